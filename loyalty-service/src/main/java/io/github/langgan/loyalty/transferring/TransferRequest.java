package io.github.langgan.loyalty.transferring;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.MembershipId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "GivePoints",
    examples = "{\"to\":\"019b0c2a-7d20-7b22-9c32-1d2e3f4a5b6c\",\"points\":500}")
record TransferRequest(
    @NotNull @Schema(description = "A membership of the same program") @Nullable UUID to,
    @NotNull @Positive @Max(MOST) @Nullable Long points) {

  static final long MOST = 1_000_000_000_000L;

  MembershipId recipient() {
    return new MembershipId(requireNonNull(to));
  }

  long asked() {
    return requireNonNull(points);
  }
}
