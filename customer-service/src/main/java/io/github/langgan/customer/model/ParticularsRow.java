package io.github.langgan.customer.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands of the particulars in one row. */
record ParticularsRow(
    CustomerKind kind,
    String fullName,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    @Nullable String occupation,
    @Nullable String language) {

  Particulars with(Parts parts) {
    return new Particulars(
        kind,
        new CustomerName(fullName, givenName, familyName),
        birthDate == null ? null : new BirthDate(birthDate),
        gender,
        occupation == null ? null : new Occupation(occupation),
        language == null ? null : new Language(language),
        List.copyOf(parts.contacts().keySet()),
        List.copyOf(parts.identifiers().keySet()),
        List.copyOf(parts.notes().keySet()));
  }
}
