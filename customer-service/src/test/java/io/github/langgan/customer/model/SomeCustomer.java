package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Customers for tests: {@code siti().withIdentifiers(…)}. */
public record SomeCustomer(Particulars said) {

  public static final Source MEMBER_CARD =
      new Source("MEMBER_CARD", Instant.parse("2026-01-05T03:00:00Z"));

  public static SomeCustomer siti() {
    return new SomeCustomer(
        new Particulars(
            CustomerKind.PERSON,
            CustomerName.of("Siti Rahma", null, null),
            new BirthDate(LocalDate.of(1990, 4, 21)),
            List.of(),
            List.of()));
  }

  public SomeCustomer named(String full) {
    return new SomeCustomer(
        new Particulars(
            said.kind(),
            CustomerName.of(full, null, null),
            said.birthDate(),
            said.contacts(),
            said.identifiers()));
  }

  public SomeCustomer withContacts(Contact... contacts) {
    return new SomeCustomer(
        new Particulars(
            said.kind(), said.name(), said.birthDate(), List.of(contacts), said.identifiers()));
  }

  public SomeCustomer withIdentifiers(Identifier... identifiers) {
    return new SomeCustomer(
        new Particulars(
            said.kind(), said.name(), said.birthDate(), said.contacts(), List.of(identifiers)));
  }
}
