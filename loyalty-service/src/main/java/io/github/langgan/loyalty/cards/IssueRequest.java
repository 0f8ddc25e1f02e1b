package io.github.langgan.loyalty.cards;

import io.github.langgan.loyalty.model.card.CardKind;
import io.github.langgan.loyalty.model.card.CardRangeId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "IssueCard",
    description = "A range, or a kind, or both where they agree.",
    examples = "{\"rangeId\":\"019b0c29-b1c2-7d3e-8f40-5a6b7c8d9e10\"}")
record IssueRequest(
    @Schema(
            description =
                "Of the membership's program; absent: its oldest of the kind that is"
                    + " no partner's")
        @Nullable UUID rangeId,
    @Schema(description = "Absent: that of the range") @Nullable CardKind kind) {

  @Nullable CardRangeId range() {
    return rangeId == null ? null : new CardRangeId(rangeId);
  }
}
