package io.github.langgan.profile.inbound;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we read of {@code customer.registered} and {@code customer.updated}.
 *
 * @param registeredAt told by the former only
 * @param merged the records that were merged into the customer
 * @param person absent once it was erased
 */
record CustomerFacts(
    UUID customerId,
    String kind,
    @Nullable Instant registeredAt,
    @Nullable Person person,
    @Nullable List<UUID> merged) {

  CustomerFacts {
    merged = merged == null ? List.of() : merged;
  }

  record Person(
      @Nullable Name name,
      @Nullable LocalDate birthDate,
      @Nullable List<Contact> contacts,
      @Nullable List<Identifier> identifiers) {}

  record Name(@Nullable String full, @Nullable String given, @Nullable String family) {}

  /**
   * @param cameFor the merged record that it came for; null when it is the customer's own
   */
  record Contact(String type, String value, @Nullable UUID cameFor) {}

  /**
   * @param cameFor the merged record that it came for; null when it is the customer's own
   */
  record Identifier(String source, String value, @Nullable UUID cameFor) {}

  CustomerFacts followedBy(CustomerFacts later) {
    return new CustomerFacts(
        customerId,
        later.kind,
        later.registeredAt == null ? registeredAt : later.registeredAt,
        later.person,
        later.merged);
  }

  @Nullable Name name() {
    return person == null ? null : person.name;
  }

  @Nullable LocalDate birthDate() {
    return person == null ? null : person.birthDate;
  }

  List<Contact> contacts() {
    return person == null || person.contacts == null ? List.of() : person.contacts;
  }

  List<Identifier> identifiers() {
    return person == null || person.identifiers == null ? List.of() : person.identifiers;
  }
}
