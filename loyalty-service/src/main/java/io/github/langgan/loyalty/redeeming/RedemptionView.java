package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.pool.Draw;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.redeeming.Redemption.Hold;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Redemption",
    description = "Points that a member spends.",
    examples =
        """
        {"redemptionId":"019b0c30-5d6e-7f80-91a2-b3c4d5e6f708",\
        "membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","points":500,"reversed":0,\
        "state":"REDEEMED","begunAt":"2026-01-12T03:15:00Z",\
        "redeemedAt":"2026-01-12T03:15:00Z","balance":{"active":1000,"pending":0}}""")
record RedemptionView(
    @Schema(required = true) UUID redemptionId,
    @Schema(required = true) UUID membershipId,
    @Schema(required = true, minimum = "1", description = "That are spent, or reserved")
        long points,
    @Schema(required = true, minimum = "0", description = "Of them, given back since")
        long reversed,
    @Schema(required = true) RedemptionState state,
    @Schema(required = true) Instant begunAt,
    @Schema(description = "If it was reserved: until then it can be confirmed")
        @Nullable Instant reservedUntil,
    @Schema(description = "True when another person than who began it has to confirm")
        @Nullable Boolean otherPersonConfirms,
    @Schema(description = "What the points are for, if that is in the catalogue")
        @Nullable RewardTakenView reward,
    @Schema(description = "What others of the member's pools pay of the points; absent: nothing")
        @Nullable List<PaidByOther> fromPool,
    @Schema(description = "When they were spent; absent: not yet, or never")
        @Nullable Instant redeemedAt,
    @Schema(description = "Of the membership after this, in the answer to a write")
        @Nullable BalanceView balance) {

  @Schema(name = "BalanceAfter")
  record BalanceView(
      @Schema(required = true) long active, @Schema(required = true, minimum = "0") long pending) {}

  @Schema(name = "RewardTaken")
  record RewardTakenView(
      @Schema(required = true) UUID rewardId,
      @Schema(required = true, minimum = "1") int pieces,
      @Schema(description = "To be paid besides the points") @Nullable Money money) {

    static RewardTakenView from(Taken taken) {
      return new RewardTakenView(taken.id().value(), taken.pieces(), taken.money());
    }
  }

  @Schema(name = "PaidByOther")
  record PaidByOther(
      @Schema(required = true) UUID membershipId,
      @Schema(required = true, minimum = "1") long points,
      @Schema(required = true, minimum = "0", description = "Of them, given back since")
          long reversed) {

    static PaidByOther from(Draw draw) {
      return new PaidByOther(draw.membership().value(), draw.points(), draw.reversed());
    }
  }

  static RedemptionView from(
      Redemption redemption, List<Draw> draws, @Nullable Balance balance, Instant now) {
    @Nullable Hold hold = redemption.hold();
    return new RedemptionView(
        redemption.id().value(),
        redemption.membership().value(),
        redemption.points(),
        redemption.reversed(),
        redemption.stateAt(now),
        redemption.begunAt(),
        hold == null ? null : hold.until(),
        hold == null || hold.begunBy() == null ? null : true,
        redemption.reward() == null ? null : RewardTakenView.from(redemption.reward()),
        draws.isEmpty() ? null : draws.stream().map(PaidByOther::from).toList(),
        redemption.redeemedAt(),
        balance == null ? null : new BalanceView(balance.active(), balance.pending()));
  }

  /** Of a write, with the balance after it and its position. */
  static Response answer(
      Response.ResponseBuilder response, RedemptionResult result, List<Draw> draws, Instant now) {
    if (result.position() != null) {
      response.header(ReadAfter.POSITION_HEADER, result.position());
    }
    return response
        .tag(ETags.of(result.redemption().version()))
        .entity(from(result.redemption(), draws, result.balance(), now))
        .build();
  }
}
