package io.github.langgan.customer.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A customer with the records that were merged into it. Who registered only some of them sees what
 * came for these: the contacts, identifiers and notes, and what there is one of as it was at the
 * merge.
 *
 * @param merged those that were merged into it, each with the partner that registered it
 */
record MergedCustomer(Handle handle, Customer whole, List<Record> merged) {

  private static final String MERGED =
      "SELECT id, partner, merged_into FROM customer WHERE merged_into = ANY(:ids)";

  /** The survivor's own row is that from before the first merge that still stands. */
  private static final String OWN =
      """
      SELECT own.*, NULL::int AS part
        FROM customer c
        LEFT JOIN LATERAL (SELECT survivor_before FROM merge
                            WHERE survivor_id = c.id AND NOT proposal AND undone_at IS NULL
                            ORDER BY asked_at, id LIMIT 1) m ON true
       CROSS JOIN jsonb_populate_record(c, m.survivor_before) own
       WHERE c.id = :id
      """;

  private static final String SEEN =
      """
      SELECT type || ' ' || value FROM customer_contact p WHERE customer_id = :id AND %s
      UNION ALL
      SELECT source || ' ' || value FROM customer_identifier p WHERE customer_id = :id AND %s
      UNION ALL
      SELECT coalesce(label, 'null') || ' ' || text FROM customer_note p
       WHERE customer_id = :id AND %s
      """
          .formatted(PartnersParts.CONTACT, PartnersParts.IDENTIFIER, PartnersParts.NOTE);

  record Record(UUID id, @Nullable String partner, UUID mergedInto) {}

  static MergedCustomer of(Handle handle, Customer whole) {
    return new MergedCustomer(handle, whole, merged(handle, List.of(whole)));
  }

  static List<Customer> seenBy(Handle handle, Visibility visibility, List<Customer> customers) {
    return visibility instanceof Visibility.Everyone
        ? customers
        : of(handle, customers).stream().flatMap(one -> one.seenBy(visibility).stream()).toList();
  }

  static List<Customer> seenWholeBy(
      Handle handle, Visibility visibility, List<Customer> customers) {
    return visibility instanceof Visibility.Everyone
        ? customers
        : of(handle, customers).stream()
            .filter(one -> one.seenBy(visibility).isPresent() && !one.hidesSomeFrom(visibility))
            .map(MergedCustomer::whole)
            .toList();
  }

  private static List<MergedCustomer> of(Handle handle, List<Customer> customers) {
    if (customers.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Record>> mergedInto = new HashMap<>();
    for (Record merged : merged(handle, customers)) {
      mergedInto.computeIfAbsent(merged.mergedInto(), id -> new ArrayList<>()).add(merged);
    }
    return customers.stream()
        .map(
            customer ->
                new MergedCustomer(
                    handle, customer, mergedInto.getOrDefault(customer.id().value(), List.of())))
        .toList();
  }

  private static List<Record> merged(Handle handle, List<Customer> customers) {
    return handle
        .createQuery(MERGED)
        .bind("ids", customers.stream().map(c -> c.id().value()).toArray(UUID[]::new))
        .mapTo(Record.class)
        .list();
  }

  Optional<Customer> seenBy(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everyone() -> Optional.of(whole);
      case Visibility.Oneself(CustomerId self) ->
          ids().contains(self.value()) ? Optional.of(whole) : Optional.empty();
      case Visibility.RegisteredBy(String partner) -> {
        Set<UUID> own = of(partner);
        yield own.isEmpty()
            ? Optional.empty()
            : Optional.of(own.size() == merged.size() + 1 ? whole : partOf(own, partner));
      }
    };
  }

  boolean hidesSomeFrom(Visibility visibility) {
    return visibility instanceof Visibility.RegisteredBy(String partner)
        && !merged.isEmpty()
        && of(partner).size() <= merged.size();
  }

  Set<UUID> recordsSeenBy(Visibility visibility) {
    return visibility instanceof Visibility.RegisteredBy(String partner) ? of(partner) : ids();
  }

  private Set<UUID> ids() {
    Set<UUID> ids = new HashSet<>(Set.of(whole.id().value()));
    merged.forEach(one -> ids.add(one.id()));
    return ids;
  }

  private Set<UUID> of(String partner) {
    Set<UUID> own = new HashSet<>();
    merged.stream().filter(one -> partner.equals(one.partner())).forEach(one -> own.add(one.id()));
    if (partner.equals(whole.partner())) {
      own.add(whole.id().value());
    }
    return own;
  }

  private Customer partOf(Set<UUID> records, String partner) {
    UUID which =
        records.contains(whole.id().value())
            ? whole.id().value()
            : records.stream().max(UUID::compareTo).orElseThrow();
    Customer own =
        CustomerRows.read(handle.createQuery(OWN).bind("id", which)).stream()
            .findFirst()
            .orElseThrow();
    Set<String> seen =
        new HashSet<>(
            handle
                .createQuery(SEEN)
                .bind("id", whole.id().value())
                .bind("partner", partner)
                .mapTo(String.class)
                .list());
    Particulars all = whole.particulars();
    return new Customer(
        whole.id(),
        whole.version(),
        new Particulars(
            all.kind(),
            own.particulars().name(),
            own.particulars().birthDate(),
            own.particulars().gender(),
            own.particulars().occupation(),
            own.particulars().language(),
            all.contacts().stream()
                .filter(contact -> seen.contains(contact.type() + " " + contact.value()))
                .toList(),
            all.identifiers().stream()
                .filter(known -> seen.contains(known.source() + " " + known.value()))
                .toList(),
            all.notes().stream()
                .filter(note -> seen.contains(note.label() + " " + note.text()))
                .toList()),
        own.source(),
        Objects.requireNonNull(own.partner()),
        own.registeredAt(),
        whole.changedAt());
  }
}
