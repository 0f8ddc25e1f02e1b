package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what each service did for a request, and ends the request with the last of them. The first
 * answer of a service counts.
 */
@Singleton
public class Receipts {

  static final String OWN = "customer";
  static final List<String> SERVICES = List.of(OWN, "profile", "loyalty", "complaint", "analytics");

  private static final String EXPECT =
      """
      INSERT INTO privacy_receipt (request_id, service)
      SELECT :id, service FROM unnest(:services::text[]) AS service
      """;

  private static final String LOCK =
      "SELECT id FROM privacy_request WHERE id = ANY(:ids) ORDER BY id FOR UPDATE";

  private static final String STORE =
      """
      UPDATE privacy_receipt r SET answered_at = said.at::timestamptz, erased = said.erased::json,
             retained = said.retained::json
        FROM unnest(:ids::uuid[], :times::text[], :erased::text[], :retained::text[])
               AS said(id, at, erased, retained)
       WHERE r.request_id = said.id AND r.service = :service AND r.answered_at IS NULL
      """;

  private static final String COMPLETE =
      """
      SELECT request_id FROM privacy_receipt WHERE request_id = ANY(:ids)
       GROUP BY request_id HAVING count(*) = count(answered_at) ORDER BY request_id
      """;

  private static final String OF =
      """
      SELECT * FROM privacy_receipt WHERE request_id = ANY(:ids)
       ORDER BY request_id, array_position(:services::text[], service)
      """;

  private final Jdbi jdbi;
  private final Requests requests;
  private final RequestClock requestClock;
  private final Audit audit;
  private final Clock clock;

  Receipts(Jdbi jdbi, Requests requests, RequestClock requestClock, Audit audit, Clock clock) {
    this.jdbi = jdbi;
    this.requests = requests;
    this.requestClock = requestClock;
    this.audit = audit;
    this.clock = clock;
  }

  /** From all five. */
  void expect(UUID requestId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(EXPECT)
                .bind("id", requestId)
                .bind("services", SERVICES.toArray(String[]::new))
                .execute());
  }

  /** In the transaction that marks them as received. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void take(String service, Collection<Receipt> receipts) {
    Map<UUID, Receipt> first = new LinkedHashMap<>();
    receipts.forEach(receipt -> first.putIfAbsent(receipt.requestId(), receipt));
    UUID[] ids = first.keySet().toArray(UUID[]::new);
    List<UUID> complete =
        jdbi.withHandle(
            handle -> {
              // the last two receipts of a request may come at once: one of them sees both
              handle.createQuery(LOCK).bind("ids", ids).mapTo(UUID.class).list();
              store(handle, service, first.values());
              return handle.createQuery(COMPLETE).bind("ids", ids).mapTo(UUID.class).list();
            });
    complete.forEach(this::complete);
  }

  private static void store(Handle handle, String service, Collection<Receipt> receipts) {
    Columns<Receipt> columns = Columns.of(receipts);
    handle
        .createUpdate(STORE)
        .bind("service", service)
        .bind("ids", columns.uuids(Receipt::requestId))
        .bind("times", columns.texts(Receipt::at))
        .bind("erased", columns.texts(Receipt::erased))
        .bind("retained", columns.texts(Receipt::retained))
        .execute();
  }

  private void complete(UUID id) {
    if (requests.complete(id, clock.instant())) {
      requestClock.stop(List.of(id));
      audit.record("privacy-request.completed", "privacy-request", id, "", Map.of());
    }
  }

  /** Those of these requests, in the order of the services. */
  List<StoredReceipt> of(Collection<UUID> requestIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF)
                .bind("ids", requestIds.toArray(UUID[]::new))
                .bind("services", SERVICES.toArray(String[]::new))
                .mapTo(StoredReceipt.class)
                .list());
  }
}
