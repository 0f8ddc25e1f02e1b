package io.github.langgan.loyalty.cardrange;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.card.CardKind;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.FeePolicy;
import io.github.langgan.loyalty.model.card.ReplacementReason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "CardRange",
    description = "The numbers that some cards of a program may have.",
    examples =
        """
        {"rangeId":"019b0c29-b1c2-7d3e-8f40-5a6b7c8d9e10",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"Gold by Bank Nusantara",\
        "prefix":"70001234","kind":"PHYSICAL","partner":"bank-nusantara","capacity":10000000,\
        "price":{"amount":"50000.00","currency":"IDR"},"replacementFee":{"share":"0.50",\
        "freeForTiers":["GOLD"],"freeForReasons":["DAMAGED"]},"validMonths":36,\
        "createdAt":"2026-01-02T01:10:00Z"}""")
record CardRangeView(
    @Schema(required = true) UUID rangeId,
    @Schema(required = true) UUID programId,
    @Schema(required = true) String name,
    @Schema(required = true, pattern = "^[0-9]{6,10}$", description = "Its numbers begin with it")
        String prefix,
    @Schema(required = true) CardKind kind,
    @Schema(description = "Whose co-branded cards they are; absent: the company's own")
        @Nullable String partner,
    @Schema(required = true, minimum = "1", description = "How many cards it can have")
        long capacity,
    @Schema(required = true, description = "Of a card") Money price,
    @Schema(required = true) FeePolicyView replacementFee,
    @Schema(minimum = "1", description = "How long a card can be used; absent: for ever")
        @Nullable Integer validMonths,
    @Schema(required = true) Instant createdAt) {

  @Schema(name = "FeePolicy", description = "What a member pays for a new piece of a card.")
  record FeePolicyView(
      @Schema(required = true, pattern = "^[01](\\.[0-9]{1,4})?$", description = "Of the price")
          String share,
      @Schema(required = true, description = "Tiers whose members pay nothing")
          List<String> freeForTiers,
      @Schema(required = true, description = "Reasons for which nobody pays")
          List<ReplacementReason> freeForReasons) {

    static FeePolicyView from(FeePolicy policy) {
      return new FeePolicyView(
          policy.share().toPlainString(),
          policy.freeForTiers().stream().sorted().toList(),
          policy.freeForReasons().stream().sorted().toList());
    }
  }

  static CardRangeView from(CardRange range) {
    return new CardRangeView(
        range.id().value(),
        range.program().value(),
        range.name(),
        range.prefix(),
        range.kind(),
        range.partner(),
        range.capacity(),
        new Money(range.price(), range.currency()),
        FeePolicyView.from(range.feePolicy()),
        range.validMonths(),
        range.createdAt());
  }
}
