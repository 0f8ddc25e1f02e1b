package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.Fee;
import io.github.langgan.loyalty.model.card.ReplacementReason;
import io.github.langgan.loyalty.model.card.Waiver;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Replacement",
    description = "A new piece of a card, under the same number.",
    examples =
        """
        {"reason":"LOST","price":{"amount":"50000.00","currency":"IDR"},\
        "fee":{"amount":"25000.00","currency":"IDR"}}""")
record ReplacementView(
    @Schema(required = true, description = "What the piece before was blocked for, or EXPIRED")
        ReplacementReason reason,
    @Schema(required = true, description = "Of a card") Money price,
    @Schema(required = true, description = "That the member is to be charged") Money fee,
    @Schema(description = "Why the fee is nothing, when the policy says so")
        @Nullable Waiver waiver,
    @Schema(description = "As it is now; absent before it is replaced") @Nullable CardView card) {

  static ReplacementView from(
      CardRange range, ReplacementReason reason, Fee fee, @Nullable CardView card) {
    return new ReplacementView(
        reason,
        new Money(range.price(), range.currency()),
        new Money(fee.amount(), fee.currency()),
        fee.waiver(),
        card);
  }
}
