package io.github.langgan.customer.webhook.replay;

import io.github.langgan.chassis.json.NotFarFuture;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ReplayWebhook", description = "Of what time messages are to be sent again.")
record ReplayBody(
    @NotNull @NotFarFuture @Schema(required = true) @Nullable Instant since,
    @NotNull
        @NotFarFuture
        @Schema(required = true, description = "The first moment that is not meant")
        @Nullable Instant until) {

  Instant from() {
    return Objects.requireNonNull(since);
  }

  Instant to() {
    return Objects.requireNonNull(until);
  }
}
