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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Turns bodies into values, or into one problem that names everything that is wrong. */
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
      @Nullable LocalDate birthDate,
      @Nullable List<ContactBody> contacts,
      @Nullable List<IdentifierBody> identifiers) {
    BodyErrors errors = new BodyErrors();
    Optional<CustomerName> named =
        errors.read("/name", () -> CustomerName.of(name.full(), name.given(), name.family()));
    Optional<BirthDate> born =
        birthDate == null
            ? Optional.empty()
            : errors.read("/birthDate", () -> BirthDate.of(birthDate, clock.instant()));
    List<Contact> reached = contacts(contacts == null ? List.of() : contacts, errors);
    List<Identifier> known = identifiers(identifiers == null ? List.of() : identifiers, errors);
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

  private List<Contact> contacts(List<ContactBody> bodies, BodyErrors errors) {
    List<Contact> contacts = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      new ContactReader(bodies.get(i), "/contacts/" + i, region, errors)
          .read()
          .ifPresent(contacts::add);
    }
    return contacts;
  }

  private static List<Identifier> identifiers(List<IdentifierBody> bodies, BodyErrors errors) {
    List<Identifier> identifiers = new ArrayList<>(bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      errors.read("/identifiers/" + i, bodies.get(i)::toIdentifier).ifPresent(identifiers::add);
    }
    return identifiers;
  }
}
