package io.github.langgan.loyalty.contract;

import io.github.langgan.loyalty.model.ledger.Entry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that came pay what returns should have taken.
 *
 * @param cameFor the record that owes less, when that is another than the membership's
 */
public record PointsDebtPaidV1(
    UUID membershipId,
    UUID customerId,
    @Nullable UUID cameFor,
    UUID programId,
    UUID entryId,
    long points,
    Instant at,
    BalanceV1 balance)
    implements MembershipEvent {

  public static List<PointsDebtPaidV1> allOf(List<Entry> payments) {
    return payments.stream().map(PointsDebtPaidV1::of).toList();
  }

  private static PointsDebtPaidV1 of(Entry entry) {
    return new PointsDebtPaidV1(
        entry.membership().value(),
        entry.customer().value(),
        MembershipEvent.cameFor(entry),
        entry.program().value(),
        entry.id(),
        -entry.points(),
        entry.at(),
        BalanceV1.of(entry.balanceAfter()));
  }

  @Override
  public String type() {
    return "points.debt-paid";
  }
}
