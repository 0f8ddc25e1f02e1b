package io.github.langgan.loyalty.statement;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Verification",
    description = "Whether a membership's books are as they were written, computed anew.")
record VerificationView(
    @Schema(required = true) UUID membershipId,
    @Schema(required = true, description = "All chains hold, and all sums agree") boolean intact,
    @Schema(
            required = true,
            description = "Its own chain first, then those of memberships that were united into it")
        List<ChainView> chains) {

  @Schema(name = "Chain", description = "The chain of the entries of one account.")
  record ChainView(
      @Schema(required = true) UUID membershipId,
      @Schema(required = true, minimum = "0", description = "That were found as they were written")
          long entries,
      @Schema(
              required = true,
              pattern = "^[0-9a-f]{64}$",
              description =
                  "The hash after the last of them: keep it elsewhere, and compare, to notice that"
                      + " the whole chain was written anew")
          String head,
      @Schema(description = "The number of the first entry that is not; none if the chain holds")
          @Nullable Long brokenAt,
      @Schema(description = "What doesn't agree; none if all does") @Nullable String fault) {}
}
