package io.github.langgan.customer.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "RotateWebhookSecret")
record RotationBody(
    @Schema(description = "The former secrets are known to somebody else: they sign nothing more")
        @Nullable Boolean revokeFormer) {

  boolean atOnce() {
    return Boolean.TRUE.equals(revokeFormer);
  }
}
