package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.reward.RewardId;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.redeeming.Redemption.Hold;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RedemptionRow(
    UUID id,
    UUID membershipId,
    UUID customerId,
    UUID entryId,
    long points,
    long reversed,
    RedemptionState state,
    Instant begunAt,
    @Nullable Instant reservedUntil,
    @Nullable String begunBy,
    @Nullable UUID rewardId,
    @Nullable Integer pieces,
    @Nullable BigDecimal money,
    @Nullable String currency,
    @Nullable Instant redeemedAt,
    boolean pooled,
    long version) {

  static final String COLUMNS =
      "id, membership_id, customer_id, entry_id, points, reversed, state, begun_at, reserved_until,"
          + " begun_by, reward_id, pieces, money, currency, redeemed_at, pooled,"
          + " version";

  Redemption redemption() {
    return new Redemption(
        new RedemptionId(id),
        new MembershipId(membershipId),
        new CustomerId(customerId),
        entryId,
        points,
        reversed,
        state,
        begunAt,
        reservedUntil == null ? null : new Hold(reservedUntil, begunBy),
        rewardId == null || pieces == null
            ? null
            : new Taken(new RewardId(rewardId), pieces, paid()),
        redeemedAt,
        pooled,
        version);
  }

  private @Nullable Money paid() {
    return money == null || currency == null ? null : new Money(money, currency);
  }
}
