package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What came back of purchases, also of those that are not known yet. */
@Singleton
public class ReturnedLines {

  private final Jdbi jdbi;

  ReturnedLines(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(UUID returnId, int returnLine, UUID purchaseId, int purchaseLine, long quantity) {
    EarlierReturn earlier() {
      return new EarlierReturn(
          new TransactionId(returnId),
          new ReturnedLine(returnLine, new TransactionId(purchaseId), purchaseLine, quantity));
    }
  }

  /** The oldest return first. */
  public List<EarlierReturn> of(Collection<TransactionId> purchases) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT return_id, return_line, purchase_id, purchase_line, quantity
                      FROM returned_line WHERE purchase_id = ANY(:ids)
                     ORDER BY return_id, return_line
                    """)
                .bind("ids", purchases.stream().map(TransactionId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::earlier)
                .list());
  }

  /** Lines that are known already stay as they are. */
  public void add(List<EarlierReturn> lines) {
    Columns<EarlierReturn> columns =
        new Columns<>(lines)
            .uuids("returns", one -> one.returned().value())
            .ints("returnLines", one -> one.line().number())
            .uuids("purchases", one -> one.line().purchase().value())
            .ints("purchaseLines", one -> one.line().purchaseLine())
            .longs("quantities", one -> one.line().quantity());
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO returned_line (return_id, return_line, purchase_id, purchase_line,
                                               quantity)
                    SELECT * FROM unnest(:returns::uuid[], :returnLines::int[], :purchases::uuid[],
                                         :purchaseLines::int[], :quantities::bigint[])
                    ON CONFLICT DO NOTHING
                    """)
                .bindMap(columns.arrays())
                .execute());
  }
}
