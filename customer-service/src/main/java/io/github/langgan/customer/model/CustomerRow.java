package io.github.langgan.customer.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer}. */
record CustomerRow(
    UUID id,
    int version,
    CustomerKind kind,
    String fullName,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    @Nullable String occupation,
    @Nullable String language,
    String form,
    Instant receivedAt,
    @Nullable String partner,
    Instant registeredAt,
    Instant changedAt) {

  Customer with(List<Contact> contacts, List<Identifier> identifiers, List<Note> notes) {
    return new Customer(
        new CustomerId(id),
        version,
        new Particulars(
            kind,
            new CustomerName(fullName, givenName, familyName),
            birthDate == null ? null : new BirthDate(birthDate),
            gender,
            occupation == null ? null : new Occupation(occupation),
            language == null ? null : new Language(language),
            contacts,
            identifiers,
            notes),
        new Source(form, receivedAt),
        partner,
        registeredAt,
        changedAt);
  }
}
