package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.conditional.ETags;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.loyalty.model.Balance;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Redemption",
    description = "Points that a member spent.",
    examples =
        """
        {"redemptionId":"019b0c30-5d6e-7f80-91a2-b3c4d5e6f708",\
        "membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","points":500,"reversed":0,\
        "redeemedAt":"2026-01-12T03:15:00Z","balance":{"active":1000,"pending":0}}""")
record RedemptionView(
    @Schema(required = true) UUID redemptionId,
    @Schema(required = true) UUID membershipId,
    @Schema(required = true, minimum = "1", description = "That were spent") long points,
    @Schema(required = true, minimum = "0", description = "Of them, given back since")
        long reversed,
    @Schema(required = true) Instant redeemedAt,
    @Schema(description = "Of the membership after this, in the answer to a write")
        @Nullable BalanceView balance) {

  @Schema(name = "BalanceAfter")
  record BalanceView(
      @Schema(required = true, minimum = "0") long active,
      @Schema(required = true, minimum = "0") long pending) {}

  static RedemptionView from(Redemption redemption, @Nullable Balance balance) {
    return new RedemptionView(
        redemption.id().value(),
        redemption.membership().value(),
        redemption.points(),
        redemption.reversed(),
        redemption.redeemedAt(),
        balance == null ? null : new BalanceView(balance.active(), balance.pending()));
  }

  /** Of a write, with the balance after it and its position. */
  static Response answer(
      Response.ResponseBuilder response, Redemption redemption, Balance balance, Position at) {
    return response
        .tag(ETags.of(redemption.version()))
        .header(ReadAfter.POSITION_HEADER, at)
        .entity(from(redemption, balance))
        .build();
  }
}
