package io.github.langgan.loyalty.redeeming;

import io.github.langgan.loyalty.model.Points;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ReverseRedemption", examples = "{\"points\":200}")
record ReverseRequest(
    @Positive
        @Max(RedeemRequest.MOST)
        @Schema(description = "How many points to give back; absent: all that are still spent")
        @Nullable Long points) {

  Optional<Points> asked() {
    return Optional.ofNullable(points).map(Points::new);
  }
}
