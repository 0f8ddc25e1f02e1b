package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The permanent record of which returns had their effect on which memberships. */
@Singleton
class TakeBacks {

  private final Jdbi jdbi;

  TakeBacks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(UUID transactionId, UUID membershipId, long points, long shortfall) {
    TakeBack takeBack() {
      return new TakeBack(
          new TransactionId(transactionId), new MembershipId(membershipId), points, shortfall);
    }
  }

  List<TakeBack> of(Collection<TransactionId> returns) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT transaction_id, membership_id, points, shortfall
                      FROM take_back WHERE transaction_id = ANY(:ids)
                    """)
                .bind("ids", returns.stream().map(TransactionId::value).toArray(UUID[]::new))
                .mapTo(Row.class)
                .map(Row::takeBack)
                .list());
  }

  /** Replaces what is known of the same return and membership. */
  void put(List<TakeBack> takeBacks) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO take_back (transaction_id, membership_id, points, shortfall)
                    SELECT * FROM unnest(:returns::uuid[], :memberships::uuid[], :points::bigint[],
                                         :shortfalls::bigint[])
                    ON CONFLICT (transaction_id, membership_id) DO UPDATE
                       SET points = excluded.points, shortfall = excluded.shortfall
                    """)
                .bindMap(
                    new Columns<>(takeBacks)
                        .uuids("returns", one -> one.returned().value())
                        .uuids("memberships", one -> one.membership().value())
                        .longs("points", TakeBack::points)
                        .longs("shortfalls", TakeBack::shortfall)
                        .arrays())
                .execute());
  }
}
