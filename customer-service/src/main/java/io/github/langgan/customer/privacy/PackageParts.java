package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps what the services gather for a request, and receipts it for them. */
@Singleton
public class PackageParts {

  /** What comes late for a request that has ended is not stored. */
  private static final String STORE =
      """
      INSERT INTO privacy_package_part (request_id, service, part, last, content)
      SELECT said.id, :service, said.part, said.last, coalesce(said.content, '{}')::json
        FROM unnest(:ids::uuid[], :parts::int[], :lasts::boolean[], :contents::text[])
               AS said(id, part, last, content)
        JOIN privacy_request r ON r.id = said.id AND r.status = 'IN_PROGRESS'
      ON CONFLICT DO NOTHING
      """;

  private static final String LOCK =
      "SELECT id FROM privacy_request WHERE id = ANY(:ids) ORDER BY id FOR UPDATE";

  private static final String FORGET =
      """
      DELETE FROM privacy_package_part p USING privacy_request r
       WHERE r.id = p.request_id AND r.customer_id = ANY(:customers)
      """;

  private final Jdbi jdbi;
  private final Receipts receipts;

  PackageParts(Jdbi jdbi, Receipts receipts) {
    this.jdbi = jdbi;
    this.receipts = receipts;
  }

  /** A row of {@code privacy_package_part}. */
  record Stored(String service, int part, String content) {}

  /** In the transaction that marks them as received; those of one request in their order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(String service, List<PackagePart> parts) {
    jdbi.useHandle(
        handle -> {
          // an erasure of the customer waits, or is seen
          handle
              .createQuery(LOCK)
              .bind("ids", parts.stream().map(PackagePart::requestId).toArray(UUID[]::new))
              .mapTo(UUID.class)
              .list();
          store(handle, service, parts);
        });
    List<Receipt> complete =
        parts.stream()
            .filter(PackagePart::last)
            .map(part -> new Receipt(part.requestId(), part.at(), "{}", "[]"))
            .toList();
    if (!complete.isEmpty()) {
      receipts.take(service, complete);
    }
  }

  private static void store(Handle handle, String service, List<PackagePart> parts) {
    Columns<PackagePart> columns = Columns.of(parts);
    handle
        .createUpdate(STORE)
        .bind("service", service)
        .bind("ids", columns.uuids(PackagePart::requestId))
        .bind("parts", columns.ints(PackagePart::number))
        .bind("lasts", columns.booleans(PackagePart::last))
        .bind("contents", columns.texts(PackagePart::content))
        .execute();
  }

  List<Stored> of(UUID requestId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT service, part, content FROM privacy_package_part
                     WHERE request_id = :id
                     ORDER BY array_position(:services::text[], service), part
                    """)
                .bind("id", requestId)
                .bind("services", Receipts.SERVICES.toArray(String[]::new))
                .mapTo(Stored.class)
                .list());
  }

  void forget(Collection<UUID> customers) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FORGET)
                .bind("customers", customers.toArray(UUID[]::new))
                .execute());
  }

  void forgetOf(Collection<UUID> requests) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM privacy_package_part WHERE request_id = ANY(:ids)")
                .bind("ids", requests.toArray(UUID[]::new))
                .execute());
  }
}
