package io.github.langgan.loyalty.statement;

import io.github.langgan.loyalty.model.ledger.AccountKind;
import io.github.langgan.loyalty.model.ledger.EntryKind;
import io.github.langgan.loyalty.model.ledger.Unearned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Entry", description = "Something that happened to a membership's points.")
record EntryView(
    @Schema(required = true) UUID entryId,
    @Schema(required = true) EntryKind kind,
    @Schema(required = true) Instant at,
    @Schema(required = true, description = "What the member gained; lost: negative") long points,
    @Schema(description = "The purchase or return that it is about") @Nullable UUID transactionId,
    @Schema(description = "The redemption that it is about") @Nullable UUID redemptionId,
    @Schema(description = "The compensation that it is about") @Nullable UUID compensationId,
    @Schema(description = "The merge of two customers that it is about") @Nullable UUID mergeId,
    @Schema(description = "The transfer to or from another member that it is about")
        @Nullable UUID transferId,
    @Schema(description = "Of the earning rule that a purchase was rated by")
        @Nullable Integer ruleVersion,
    @Schema(
            required = true,
            minimum = "0",
            description = "What a return should have taken and could not, the points being spent")
        long shortfall,
    @Schema(
            required = true,
            description =
                "Points that the member owes more by it, as the program's return policy says; paid:"
                    + " negative")
        long debt,
    @Schema(description = "Why a purchase earned nothing, whatever it was worth")
        @Nullable Unearned note,
    @Schema(required = true, description = "They sum to zero") List<PostingView> postings) {

  @Schema(name = "Posting", description = "One side of an entry.")
  record PostingView(
      @Schema(required = true, description = "The member's, or one of the program's own")
          AccountKind account,
      @Schema(required = true) long points,
      @Schema(description = "Whose: of a partner that pays for points") @Nullable String partner,
      @Schema(description = "Which of the member's lots changed") @Nullable UUID lotId) {}
}
