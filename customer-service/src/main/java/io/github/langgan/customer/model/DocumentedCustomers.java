package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Customers with where each of their values came from. */
@Singleton
public class DocumentedCustomers {

  /** What a version came from never changes, so this may be asked for after the record. */
  private static final String PROVENANCE =
      "SELECT * FROM customer_version WHERE customer_id = ANY(:ids)";

  private static final String INHERITED =
      """
      SELECT customer_id, version, trait, record, record_version
        FROM inherited_trait WHERE customer_id = ANY(:ids)
      """;

  /** The survivor before a merge. */
  private static final String BEFORE =
      """
      SELECT own.*, NULL::int AS part
        FROM merge m JOIN customer c ON c.id = m.survivor_id
       CROSS JOIN jsonb_populate_record(c, m.survivor_before) own
       WHERE m.id = :id
      """;

  private final Jdbi jdbi;
  private final Customers customers;
  private final Confidences confidences;

  DocumentedCustomers(Jdbi jdbi, Customers customers, Confidences confidences) {
    this.jdbi = jdbi;
    this.customers = customers;
    this.confidences = confidences;
  }

  /** Who sees a part only doesn't learn where the values of other records came from. */
  public Optional<DocumentedCustomer> find(CustomerId id, Visibility visibility) {
    return customers
        .find(id, visibility)
        .flatMap(
            seen ->
                withIds(List.of(seen.id())).stream()
                    .map(all -> seenBy(visibility, seen, all))
                    .findFirst());
  }

  private DocumentedCustomer seenBy(
      Visibility visibility, Customer seen, DocumentedCustomer documented) {
    return jdbi.withHandle(
        handle -> {
          MergedCustomer whole = MergedCustomer.of(handle, documented.customer());
          return whole.hidesSomeFrom(visibility)
              ? new DocumentedCustomer(
                  seen, documented.origins().ofPartsBroughtBy(whole.recordsSeenBy(visibility)))
              : documented;
        });
  }

  /** Those of these that exist and were not merged into others, newest first. */
  public List<DocumentedCustomer> withIds(Collection<CustomerId> ids) {
    return read("id = ANY(:ids) AND merged_into IS NULL", ids);
  }

  /** The record itself: of a merged one, as it was then. */
  public DocumentedCustomer record(CustomerId id) {
    return read("id = ANY(:ids)", List.of(id)).getFirst();
  }

  /** The survivor before a merge, without contacts, identifiers and notes. */
  public DocumentedCustomer survivorBefore(UUID mergeId) {
    return jdbi.withHandle(
        handle ->
            documented(handle, CustomerRows.whole(handle.createQuery(BEFORE).bind("id", mergeId)))
                .getFirst());
  }

  private List<DocumentedCustomer> read(String which, Collection<CustomerId> ids) {
    return jdbi.withHandle(
        handle ->
            documented(
                handle,
                CustomerRows.whole(
                    handle
                        .createQuery(Customers.WHOLE.formatted(which))
                        .bind("ids", ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                        .bind("limit", ids.size()))));
  }

  private List<DocumentedCustomer> documented(Handle handle, Collection<Whole> read) {
    Set<UUID> ids = read.stream().map(whole -> whole.row().id()).collect(Collectors.toSet());
    Map<Origin, Provenance> versions = new HashMap<>();
    boolean merged = provenance(handle, ids, versions);
    Map<Inherited, Origin> inherited = merged ? inherited(handle, ids) : Map.of();
    Map<UUID, Map<Trait, Origin>> traits = new HashMap<>();
    Set<UUID> others = new HashSet<>();
    for (Whole whole : read) {
      Map<Trait, Origin> of = whole.traits(inherited);
      traits.put(whole.row().id(), of);
      others.addAll(whole.records(of));
    }
    others.removeAll(ids);
    if (!others.isEmpty()) {
      provenance(handle, others, versions);
    }
    return read.stream()
        .map(
            whole ->
                new DocumentedCustomer(
                    whole.customer(),
                    whole.origins(traits.getOrDefault(whole.row().id(), Map.of()), versions)))
        .toList();
  }

  /** Tells whether there are versions that merges brought. */
  private boolean provenance(
      Handle handle, Collection<UUID> ids, Map<Origin, Provenance> versions) {
    List<VersionRow> rows =
        handle
            .createQuery(PROVENANCE)
            .bind("ids", ids.toArray(UUID[]::new))
            .mapTo(VersionRow.class)
            .list();
    rows.forEach(
        row ->
            versions.put(new Origin(row.customerId(), row.version()), row.provenance(confidences)));
    return rows.stream().anyMatch(row -> row.mergeId() != null);
  }

  private static Map<Inherited, Origin> inherited(Handle handle, Collection<UUID> ids) {
    Map<Inherited, Origin> inherited = new HashMap<>();
    handle
        .createQuery(INHERITED)
        .bind("ids", ids.toArray(UUID[]::new))
        .map(
            (row, context) ->
                inherited.put(
                    new Inherited(
                        new Origin(row.getObject("customer_id", UUID.class), row.getInt("version")),
                        Trait.valueOf(row.getString("trait"))),
                    new Origin(row.getObject("record", UUID.class), row.getInt("record_version"))))
        .list();
    return inherited;
  }
}
