package io.github.langgan.customer.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    Instant changedAt,
    @Nullable BigDecimal confidence,
    @Nullable Integer nameSince,
    @Nullable Integer birthDateSince,
    @Nullable Integer genderSince,
    @Nullable Integer occupationSince,
    @Nullable Integer languageSince) {

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
        new Source(form, receivedAt, confidence == null ? null : new Confidence(confidence)),
        partner,
        registeredAt,
        changedAt);
  }

  /** Which version brought the value; without those that are not there, or not noted. */
  Map<Trait, Integer> since() {
    Map<Trait, Integer> since = new EnumMap<>(Trait.class);
    add(since, Trait.NAME, fullName, nameSince);
    add(since, Trait.BIRTH_DATE, birthDate, birthDateSince);
    add(since, Trait.GENDER, gender, genderSince);
    add(since, Trait.OCCUPATION, occupation, occupationSince);
    add(since, Trait.LANGUAGE, language, languageSince);
    return since;
  }

  private static void add(
      Map<Trait, Integer> since, Trait trait, @Nullable Object value, @Nullable Integer version) {
    if (value != null && version != null) {
      since.put(trait, version);
    }
  }
}
