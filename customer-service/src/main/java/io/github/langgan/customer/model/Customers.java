package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** All customers. Each question is one statement, so that no answer mixes two versions. */
@Singleton
public class Customers {

  static final String WHOLE =
      """
      SELECT c.*, part.*
        FROM (SELECT * FROM customer WHERE %s ORDER BY id DESC LIMIT :limit) c
        LEFT JOIN LATERAL (
          SELECT 1 AS part, position, type, value, address_lines, locality, region, postal_code,
                 country, NULL AS identifier_source, NULL AS label, since_version,
                 since_record
            FROM customer_contact WHERE customer_id = c.id
          UNION ALL
          SELECT 2, position, NULL, value, NULL, NULL, NULL, NULL, NULL, source, NULL,
                 since_version, since_record
            FROM customer_identifier WHERE customer_id = c.id
          UNION ALL
          SELECT 3, position, NULL, text, NULL, NULL, NULL, NULL, NULL, NULL, label,
                 since_version, since_record
            FROM customer_note WHERE customer_id = c.id) part ON true
       ORDER BY c.id DESC, part.part, part.position
      """;

  private static final String NOW =
      "id = (SELECT coalesce(merged_into, id) FROM customer WHERE id = :id)";

  private final Jdbi jdbi;

  Customers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The survivor, when the record was merged into another. */
  public Optional<Customer> find(CustomerId id, Visibility visibility) {
    return jdbi.withHandle(
        handle ->
            one(handle, id)
                .flatMap(customer -> MergedCustomer.of(handle, customer).seenBy(visibility)));
  }

  /** Whether others registered records that were merged with this one, and somebody sees it. */
  public boolean isShared(CustomerId id, Visibility visibility) {
    return jdbi.withHandle(
        handle ->
            one(handle, id)
                .map(customer -> MergedCustomer.of(handle, customer).hidesSomeFrom(visibility))
                .orElse(false));
  }

  /**
   * The customer, or its survivor when it was merged, which nobody else can change until the
   * transaction ends.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Customer> lock(CustomerId id, Visibility visibility) {
    Optional<UUID> locked = jdbi.withHandle(handle -> lock(handle, id.value()));
    return locked.flatMap(survivor -> find(new CustomerId(survivor), visibility));
  }

  /** As {@link #find}; nobody erases the record until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Customer> hold(CustomerId id, Visibility visibility) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM customer WHERE id = :id FOR KEY SHARE")
                .bind("id", id.value())
                .mapTo(UUID.class)
                .findOne());
    return find(id, visibility);
  }

  /** Those of these that exist and were not merged into others, newest first. */
  public List<Customer> withIds(Collection<CustomerId> ids) {
    return jdbi.withHandle(
        handle ->
            CustomerRows.read(
                handle
                    .createQuery(WHOLE.formatted("id = ANY(:ids) AND merged_into IS NULL"))
                    .bind("ids", ids.stream().map(CustomerId::value).toArray(UUID[]::new))
                    .bind("limit", ids.size())));
  }

  /** Those of them that somebody sees, as far as it sees them, newest first. */
  public List<Customer> seen(Collection<CustomerId> ids, Visibility visibility) {
    List<Customer> found = withIds(ids);
    return jdbi.withHandle(handle -> MergedCustomer.seenBy(handle, visibility, found));
  }

  /** Those of them of which somebody sees everything. */
  public List<Customer> seenWhole(Collection<CustomerId> ids, Visibility visibility) {
    List<Customer> found = withIds(ids);
    return jdbi.withHandle(handle -> MergedCustomer.seenWholeBy(handle, visibility, found));
  }

  /** Newest first. */
  public List<Customer> list(
      Criterion criterion, Visibility visibility, @Nullable CustomerId before, int limit) {
    Selection selection = new Selection(criterion, visibility);
    String where = Criterion.BEFORE + " AND " + selection.condition();
    return jdbi.withHandle(
        handle -> {
          Query query =
              handle
                  .createQuery(WHOLE.formatted(where))
                  .bindByType("before", before == null ? null : before.value(), UUID.class)
                  .bind("limit", limit);
          selection.bindTo(query);
          return MergedCustomer.seenBy(handle, visibility, CustomerRows.read(query));
        });
  }

  static void bind(Query query, Visibility visibility) {
    switch (visibility) {
      case Visibility.Everyone() -> {}
      case Visibility.RegisteredBy(String partner) -> query.bind("partner", partner);
      case Visibility.Oneself(CustomerId self) -> query.bind("self", self.value());
    }
  }

  static String condition(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everyone() -> "merged_into IS NULL";
      case Visibility.RegisteredBy(String partner) ->
          """
          merged_into IS NULL AND (partner = :partner OR id = ANY(ARRAY(
            SELECT merged_into FROM customer WHERE partner = :partner AND merged_into IS NOT NULL)))
          """;
      case Visibility.Oneself(CustomerId self) ->
          "id = (SELECT coalesce(merged_into, id) FROM customer WHERE id = :self)";
    };
  }

  static Customer record(Handle handle, CustomerId id) {
    Query query = handle.createQuery(WHOLE.formatted("id = :id")).bind("id", id.value());
    return CustomerRows.read(query.bind("limit", 1)).getFirst();
  }

  private static Optional<Customer> one(Handle handle, CustomerId id) {
    Query query = handle.createQuery(WHOLE.formatted(NOW)).bind("id", id.value());
    return CustomerRows.read(query.bind("limit", 1)).stream().findFirst();
  }

  /** Somebody may merge the record while we wait for it. */
  private static Optional<UUID> lock(Handle handle, UUID id) {
    Optional<UUID> locked =
        handle
            .createQuery("SELECT id FROM customer WHERE " + NOW + " FOR NO KEY UPDATE")
            .bind("id", id)
            .mapTo(UUID.class)
            .findOne();
    Optional<UUID> now =
        handle
            .createQuery("SELECT id FROM customer WHERE " + NOW)
            .bind("id", id)
            .mapTo(UUID.class)
            .findOne();
    return now.equals(locked) ? now : lock(handle, id);
  }
}
