package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.Source;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Turns bodies into values, or into one problem that names everything that is wrong. The values
 * themselves know what they may be, so that a bulk request is not checked twice.
 */
@Singleton
public class BodyReader {

  private final String region;
  private final Clock clock;

  public BodyReader(
      @ConfigProperty(name = "langgan.customer.default-region", defaultValue = "ID") String region,
      Clock clock) {
    this.region = region;
    this.clock = clock;
  }

  public Particulars particulars(
      CustomerKind kind,
      NameBody name,
      @Nullable String birthDate,
      @Nullable List<ContactBody> contacts,
      @Nullable List<IdentifierBody> identifiers) {
    BodyErrors errors = new BodyErrors();
    Optional<CustomerName> named = errors.read("/name", name::toName);
    Optional<BirthDate> born =
        birthDate == null
            ? Optional.empty()
            : errors.read("/birthDate", () -> BirthDate.read(birthDate, clock.instant()));
    ContactReader reader = new ContactReader(region);
    List<Contact> reached = errors.readAll("/contacts", contacts, reader::read);
    List<Identifier> known =
        errors.readAll("/identifiers", identifiers, body -> Required.of(body).toIdentifier());
    errors.refuse();
    Optional<Particulars> said =
        errors.read(
            "",
            () -> new Particulars(kind, named.orElseThrow(), born.orElse(null), reached, known));
    errors.refuse();
    return said.orElseThrow();
  }

  /**
   * @param usualForm when the caller doesn't say where it came from
   */
  public Source source(@Nullable SourceBody body, String usualForm) {
    Instant now = clock.instant();
    if (body == null) {
      return new Source(usualForm, now);
    }
    BodyErrors errors = new BodyErrors();
    Optional<Source> source = errors.read("/source", () -> body.toSource(now));
    errors.refuse();
    return source.orElseThrow();
  }

  public PhoneNumber phone(String written) {
    return PhoneNumber.read(written, region);
  }
}
