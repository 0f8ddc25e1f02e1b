package io.github.langgan.loyalty.model.voucher;

import io.github.langgan.loyalty.model.sql.Columns;
import io.github.langgan.loyalty.model.transaction.Purchase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where reservations and returns of an order meet: whoever comes second sees the other. */
@Singleton
public class VoucherOrders {

  private static final String LOCK =
      """
      INSERT INTO voucher_order AS o (partner, external_id) VALUES (:partner, :externalId)
      ON CONFLICT (partner, external_id) DO UPDATE SET partner = excluded.partner
      RETURNING o.partner, o.external_id, o.purchase_id, o.reservation_id
      """;

  /** The latest state of each row, however long its lock was waited for. */
  private static final String RETURNED =
      """
      INSERT INTO voucher_order AS o (partner, external_id, purchase_id)
      SELECT DISTINCT ON (partner, external_id) partner, external_id, purchase_id
        FROM unnest(:partners::text[], :externalIds::text[], :purchases::uuid[])
               AS n(partner, external_id, purchase_id)
       ORDER BY partner, external_id, purchase_id
      ON CONFLICT (partner, external_id) DO UPDATE SET purchase_id = excluded.purchase_id
      RETURNING o.partner, o.external_id, o.purchase_id, o.reservation_id
      """;

  private final Jdbi jdbi;

  VoucherOrders(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param purchaseId that it became, known once something of it is returned
   * @param reservationId the last one that was made for it
   */
  public record Row(
      String partner, String externalId, @Nullable UUID purchaseId, @Nullable UUID reservationId) {}

  /** Until the commit nobody else reserves for it or returns of it. */
  public Row lock(String partner, String externalId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(LOCK)
                .bind("partner", partner)
                .bind("externalId", externalId)
                .mapTo(Row.class)
                .one());
  }

  /** Nothing was reserved in the end: as if nobody had asked. */
  public void forget(Row order) {
    if (order.purchaseId() == null && order.reservationId() == null) {
      jdbi.useHandle(
          handle ->
              handle
                  .createUpdate(
                      """
                      DELETE FROM voucher_order
                       WHERE partner = :partner AND external_id = :externalId
                      """)
                  .bind("partner", order.partner())
                  .bind("externalId", order.externalId())
                  .execute());
    }
  }

  /**
   * Notes that something of these purchases was returned, and locks their orders.
   *
   * @return the orders for which something was ever reserved
   */
  public List<Row> returned(List<Purchase> purchases) {
    Columns<Purchase> columns =
        new Columns<>(purchases)
            .texts("partners", Purchase::partner)
            .texts("externalIds", Purchase::externalId)
            .uuids("purchases", one -> one.id().value());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RETURNED)
                .bindMap(columns.arrays())
                .mapTo(Row.class)
                .filter(row -> row.reservationId() != null)
                .list());
  }
}
