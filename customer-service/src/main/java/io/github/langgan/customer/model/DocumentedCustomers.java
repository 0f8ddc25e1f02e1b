package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Customers with where each of their values came from. */
@Singleton
public class DocumentedCustomers {

  /** What a version came from never changes, so this may be asked for after the record. */
  private static final String PROVENANCE =
      "SELECT * FROM customer_version WHERE customer_id = ANY(:ids)";

  private final Jdbi jdbi;
  private final Confidences confidences;

  DocumentedCustomers(Jdbi jdbi, Confidences confidences) {
    this.jdbi = jdbi;
    this.confidences = confidences;
  }

  public Optional<DocumentedCustomer> find(CustomerId id, Visibility visibility) {
    return withIds(List.of(id)).stream()
        .filter(documented -> visibility.includes(documented.customer()))
        .findFirst();
  }

  /** Those of these that exist, newest first. */
  public List<DocumentedCustomer> withIds(Collection<CustomerId> ids) {
    UUID[] values = ids.stream().map(CustomerId::value).toArray(UUID[]::new);
    return jdbi.withHandle(
        handle -> {
          Collection<Whole> read =
              CustomerRows.whole(
                  handle
                      .createQuery(Customers.WHOLE.formatted("id = ANY(:ids)"))
                      .bind("ids", values)
                      .bind("limit", ids.size()));
          Map<UUID, Map<Integer, Provenance>> versions = provenance(handle, values);
          return read.stream()
              .map(
                  whole ->
                      new DocumentedCustomer(
                          whole.customer(),
                          whole.origins(versions.getOrDefault(whole.row().id(), Map.of()))))
              .toList();
        });
  }

  private Map<UUID, Map<Integer, Provenance>> provenance(Handle handle, UUID[] ids) {
    Map<UUID, Map<Integer, Provenance>> versions = new HashMap<>();
    handle
        .createQuery(PROVENANCE)
        .bind("ids", ids)
        .mapTo(VersionRow.class)
        .forEach(
            row ->
                versions
                    .computeIfAbsent(row.customerId(), id -> new HashMap<>())
                    .put(row.version(), row.provenance(confidences)));
    return versions;
  }
}
