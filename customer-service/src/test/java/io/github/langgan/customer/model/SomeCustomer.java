package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers for tests: {@code siti().withIdentifiers(…)}. */
public record SomeCustomer(Particulars said) {

  public static final Source MEMBER_CARD =
      new Source("MEMBER_CARD", Instant.parse("2026-01-05T03:00:00Z"), null);

  public static SomeCustomer siti() {
    return new SomeCustomer(
        new Particulars(
            CustomerKind.PERSON,
            CustomerName.of("Siti Rahma", null, null),
            new BirthDate(LocalDate.of(1990, 4, 21)),
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of()));
  }

  public static SomeCustomer organisation(CustomerName name) {
    return new SomeCustomer(
        new Particulars(
            CustomerKind.ORGANISATION,
            name,
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of()));
  }

  public SomeCustomer named(String full) {
    return with(CustomerName.of(full, null, null), said.contacts(), said.identifiers());
  }

  public SomeCustomer bornOn(@Nullable LocalDate date) {
    return with(date == null ? null : new BirthDate(date), said.gender(), said.occupation());
  }

  public SomeCustomer of(Gender gender) {
    return with(said.birthDate(), gender, said.occupation());
  }

  public SomeCustomer working(String occupation) {
    return with(said.birthDate(), said.gender(), new Occupation(occupation));
  }

  public SomeCustomer speaking(String language) {
    return with(new Language(language), said.notes());
  }

  public SomeCustomer withContacts(Contact... contacts) {
    return with(said.name(), List.of(contacts), said.identifiers());
  }

  public SomeCustomer withIdentifiers(Identifier... identifiers) {
    return with(said.name(), said.contacts(), List.of(identifiers));
  }

  public SomeCustomer withNotes(Note... notes) {
    return with(said.language(), List.of(notes));
  }

  private SomeCustomer with(
      CustomerName name, List<Contact> contacts, List<Identifier> identifiers) {
    return new SomeCustomer(
        new Particulars(
            said.kind(),
            name,
            said.birthDate(),
            said.gender(),
            said.occupation(),
            said.language(),
            contacts,
            identifiers,
            said.notes()));
  }

  private SomeCustomer with(
      @Nullable BirthDate born, @Nullable Gender gender, @Nullable Occupation occupation) {
    return new SomeCustomer(
        new Particulars(
            said.kind(),
            said.name(),
            born,
            gender,
            occupation,
            said.language(),
            said.contacts(),
            said.identifiers(),
            said.notes()));
  }

  private SomeCustomer with(@Nullable Language language, List<Note> notes) {
    return new SomeCustomer(
        new Particulars(
            said.kind(),
            said.name(),
            said.birthDate(),
            said.gender(),
            said.occupation(),
            language,
            said.contacts(),
            said.identifiers(),
            notes));
  }
}
