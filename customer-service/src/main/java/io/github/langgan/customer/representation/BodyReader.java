package io.github.langgan.customer.representation;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Language;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PhoneNumber;
import io.github.langgan.customer.model.Source;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

  /**
   * @param kind as the caller wrote it
   * @param usualForm when the caller doesn't say where it came from
   */
  public <R> R read(
      Statement said,
      @Nullable String kind,
      String usualForm,
      BiFunction<Particulars, Source, R> meaning) {
    return read(said, kind, new Source(usualForm, clock.instant(), null), meaning);
  }

  /**
   * @param usual where it came from, when the caller doesn't say it
   */
  public <R> R read(
      Statement said,
      @Nullable String kind,
      Source usual,
      BiFunction<Particulars, Source, R> meaning) {
    return read("", said, kind, usual, meaning);
  }

  /**
   * @param place where in the body it is said: a JSON pointer
   */
  public <R> R read(
      String place,
      Statement said,
      @Nullable String kind,
      Source usual,
      BiFunction<Particulars, Source, R> meaning) {
    BodyErrors errors = new BodyErrors(place);
    Instant now = clock.instant();
    ContactReader reader = ContactReader.of(region, said.contacts());
    Optional<CustomerKind> sort =
        errors.read("", () -> Required.oneOf(CustomerKind.class, "kind", kind));
    Optional<CustomerName> named = errors.read("/name", () -> Required.of(said.name()).toName());
    Optional<BirthDate> born =
        errors.readIfSaid("/birthDate", said.birthDate(), date -> BirthDate.read(date, now));
    Optional<Gender> gender =
        errors.readIfSaid("/gender", said.gender(), name -> Required.oneOf(Gender.class, "", name));
    Optional<Occupation> occupation =
        errors.readIfSaid("/occupation", said.occupation(), Occupation::new);
    Optional<Language> language = errors.readIfSaid("/language", said.language(), Language::new);
    List<Contact> reached = errors.readAll("/contacts", said.contacts(), reader::read);
    List<Identifier> known =
        errors.readAll(
            "/identifiers", said.identifiers(), body -> Required.of(body).toIdentifier());
    List<Note> notes = errors.readAll("/notes", said.notes(), body -> Required.of(body).toNote());
    Optional<Source> source = errors.read("/source", () -> source(said.source(), usual, now));
    errors.refuse();
    Optional<Particulars> particulars =
        errors.read(
            "",
            () ->
                new Particulars(
                    sort.orElseThrow(),
                    named.orElseThrow(),
                    born.orElse(null),
                    gender.orElse(null),
                    occupation.orElse(null),
                    language.orElse(null),
                    reached,
                    known,
                    notes));
    errors.refuse();
    return meaning.apply(particulars.orElseThrow(), source.orElseThrow());
  }

  private static Source source(@Nullable SourceBody body, Source usual, Instant now) {
    return body == null ? usual : body.toSource(now);
  }

  /** Where something came from that is said of no customer; the usual form, now, if nobody says. */
  public Source source(@Nullable SourceBody said, String usualForm) {
    BodyErrors errors = new BodyErrors();
    Instant now = clock.instant();
    Optional<Source> source =
        errors.read("/source", () -> source(said, new Source(usualForm, now, null), now));
    errors.refuse();
    return source.orElseThrow();
  }

  public Contact contact(@Nullable ContactBody said) {
    return new ContactReader(region, null).read(said);
  }

  public PhoneNumber phone(String written) {
    return PhoneNumber.read(written, region);
  }
}
