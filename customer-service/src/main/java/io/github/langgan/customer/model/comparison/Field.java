package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.util.function.BiFunction;

/** What is compared of two records. */
public enum Field {
  NAME((a, b) -> TokenAgreement.ofNames(a.name(), b.name())),
  BIRTH_DATE((a, b) -> DateAgreement.of(a.birthDate(), b.birthDate())),
  PHONE((a, b) -> ValueAgreement.best(a.phones(), b.phones())),
  EMAIL((a, b) -> ValueAgreement.ofEmails(a.emails(), b.emails())),
  STREET((a, b) -> TokenAgreement.ofStreets(a.places(), b.places())),
  LOCALITY((a, b) -> ValueAgreement.best(a.places(), b.places(), Place::locality)),
  POSTAL_CODE((a, b) -> ValueAgreement.best(a.places(), b.places(), Place::postalCode)),
  IDENTIFIER((a, b) -> ValueAgreement.ofShared(a.identifiers(), b.identifiers()));

  private static final Field[] ALL = values();

  static final int COUNT = ALL.length;

  private final BiFunction<Features, Features, Agreement> comparison;

  Field(BiFunction<Features, Features, Agreement> comparison) {
    this.comparison = comparison;
  }

  Agreement compare(Features one, Features other) {
    return comparison.apply(one, other);
  }

  static Field at(int ordinal) {
    return ALL[ordinal];
  }
}
