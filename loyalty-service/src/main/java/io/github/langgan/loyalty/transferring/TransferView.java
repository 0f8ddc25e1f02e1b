package io.github.langgan.loyalty.transferring;

import io.github.langgan.loyalty.model.Balance;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Transfer",
    description = "Points that a member gave to another one of the program.",
    examples =
        """
        {"transferId":"019b0c31-6e7f-7a90-82b3-c4d5e6f70819","direction":"GIVEN",\
        "membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b",\
        "otherMembershipId":"019b0c2a-7d20-7b22-9c32-1d2e3f4a5b6c","points":500,\
        "entryId":"019b0c31-6e80-7ba1-93c4-d5e6f708192a","at":"2026-01-12T03:20:00Z",\
        "balance":{"active":500,"pending":0}}""")
record TransferView(
    @Schema(required = true) UUID transferId,
    @Schema(required = true, description = "As the membership sees it") Direction direction,
    @Schema(required = true) UUID membershipId,
    @Schema(required = true, description = "To which they went, or from which they came")
        UUID otherMembershipId,
    @Schema(required = true, minimum = "1") long points,
    @Schema(required = true, description = "The membership's own entry") UUID entryId,
    @Schema(required = true) Instant at,
    @Schema(description = "Of the membership after this, in the answer to a write")
        @Nullable AfterTransfer balance) {

  enum Direction {
    GIVEN,
    RECEIVED
  }

  @Schema(name = "BalanceAfterTransfer")
  record AfterTransfer(
      @Schema(required = true) long active, @Schema(required = true, minimum = "0") long pending) {}

  static TransferView given(MemberTransfer transfer, @Nullable Balance balance) {
    return new TransferView(
        transfer.id().value(),
        Direction.GIVEN,
        transfer.from().value(),
        transfer.to().value(),
        transfer.points(),
        transfer.givenEntry(),
        transfer.at(),
        balance == null ? null : new AfterTransfer(balance.active(), balance.pending()));
  }

  static TransferView received(MemberTransfer transfer) {
    return new TransferView(
        transfer.id().value(),
        Direction.RECEIVED,
        transfer.to().value(),
        transfer.from().value(),
        transfer.points(),
        transfer.receivedEntry(),
        transfer.at(),
        null);
  }
}
