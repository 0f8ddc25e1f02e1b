package io.github.langgan.loyalty.cards;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.card.BlockReason;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardAct;
import io.github.langgan.loyalty.model.card.CardKind;
import io.github.langgan.loyalty.model.card.CardState;
import io.github.langgan.loyalty.model.card.IssuedCard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "IssuedCard",
    description = "A card with the piece of it that is in use.",
    examples =
        """
        {"cardId":"019b0c2a-3f11-7c33-9d41-2e3f4a5b6c7d","number":"7000123400000019",\
        "membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b",\
        "customerId":"019b0c1d-11c2-7b0a-8f1e-6d1a2b3c4d5e",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f",\
        "rangeId":"019b0c29-b1c2-7d3e-8f40-5a6b7c8d9e10","kind":"PHYSICAL",\
        "partner":"bank-nusantara","issue":1,"state":"BLOCKED","blockReason":"LOST",\
        "issuedAt":"2026-01-05T03:00:00Z","activatedAt":"2026-01-09T02:00:00Z",\
        "expiresAt":"2029-01-05T17:00:00Z","version":3,"history":[{"act":"ISSUED","issue":1,\
        "at":"2026-01-05T03:00:00Z"},{"act":"ACTIVATED","issue":1,"at":"2026-01-09T02:00:00Z"},\
        {"act":"BLOCKED","issue":1,"at":"2026-02-11T08:30:00Z","reason":"LOST",\
        "note":"Left in a taxi"}]}""")
record CardView(
    @Schema(required = true) UUID cardId,
    @Schema(required = true, pattern = "^[0-9]{16}$", description = "With a Luhn check digit")
        String number,
    @Schema(required = true, description = "That it opens") UUID membershipId,
    @Schema(description = "The membership that it was issued for, when that is united into the one")
        @Nullable UUID issuedFor,
    @Schema(required = true) UUID customerId,
    @Schema(required = true) UUID programId,
    @Schema(required = true) UUID rangeId,
    @Schema(required = true) CardKind kind,
    @Schema(description = "Whose co-branded card it is; absent: the company's own")
        @Nullable String partner,
    @Schema(
            required = true,
            minimum = "1",
            description = "Which piece is in use: those before it were replaced")
        int issue,
    @Schema(required = true) CardState state,
    @Schema(description = "Of a blocked card, or one that was when it expired")
        @Nullable BlockReason blockReason,
    @Schema(required = true, description = "The piece") Instant issuedAt,
    @Schema(description = "The piece; absent: never") @Nullable Instant activatedAt,
    @Schema(description = "The piece; absent: never") @Nullable Instant expiresAt,
    @Schema(required = true, minimum = "1") long version,
    @Schema(description = "All that happened to the card, the earliest first; not in lookups")
        @Nullable List<ActView> history) {

  @Schema(name = "CardAct")
  record ActView(
      @Schema(required = true) CardAct.Kind act,
      @Schema(
              required = true,
              minimum = "1",
              description = "The piece that it happened to; of a replacement the new one")
          int issue,
      @Schema(required = true) Instant at,
      @Schema(description = "Of a block or a replacement") @Nullable String reason,
      @Schema(description = "Of a block; the member may read it, too") @Nullable String note,
      @Schema(description = "Of a replacement") @Nullable Money fee) {

    static ActView from(CardAct act, String currency) {
      return new ActView(
          act.act(),
          act.issue(),
          act.at(),
          act.reason(),
          act.note(),
          act.fee() == null ? null : new Money(act.fee(), currency));
    }
  }

  static CardView from(IssuedCard issued, @Nullable List<CardAct> acts, Instant now) {
    Card card = issued.card();
    return new CardView(
        card.id().value(),
        card.number().digits(),
        issued.opens().value(),
        card.membership().equals(issued.opens()) ? null : card.membership().value(),
        issued.membership().customer().value(),
        issued.membership().program().value(),
        card.range().value(),
        issued.range().kind(),
        issued.range().partner(),
        card.issue(),
        card.stateAt(now),
        card.blockReason(),
        card.issuedAt(),
        card.activatedAt(),
        card.expiresAt(),
        card.version(),
        acts == null
            ? null
            : acts.stream().map(act -> ActView.from(act, issued.range().currency())).toList());
  }
}
