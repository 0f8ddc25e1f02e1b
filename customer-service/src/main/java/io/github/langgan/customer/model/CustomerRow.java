package io.github.langgan.customer.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer}, but for the particulars. */
record CustomerRow(
    UUID id,
    int version,
    String form,
    Instant receivedAt,
    @Nullable BigDecimal confidence,
    @Nullable String partner,
    Instant registeredAt,
    Instant changedAt,
    @Nullable Integer nameSince,
    @Nullable Integer birthDateSince,
    @Nullable Integer genderSince,
    @Nullable Integer occupationSince,
    @Nullable Integer languageSince) {

  Customer with(Particulars particulars) {
    return new Customer(
        new CustomerId(id),
        version,
        particulars,
        new Source(form, receivedAt, confidence == null ? null : new Confidence(confidence)),
        partner,
        registeredAt,
        changedAt);
  }

  /** Which version had the value first; without those that are not there, or not noted. */
  Map<Trait, Integer> since(ParticularsRow said) {
    Map<Trait, Integer> since = new EnumMap<>(Trait.class);
    add(since, Trait.NAME, said.fullName(), nameSince);
    add(since, Trait.BIRTH_DATE, said.birthDate(), birthDateSince);
    add(since, Trait.GENDER, said.gender(), genderSince);
    add(since, Trait.OCCUPATION, said.occupation(), occupationSince);
    add(since, Trait.LANGUAGE, said.language(), languageSince);
    return since;
  }

  private static void add(
      Map<Trait, Integer> since, Trait trait, @Nullable Object value, @Nullable Integer version) {
    if (value != null && version != null) {
      since.put(trait, version);
    }
  }
}
