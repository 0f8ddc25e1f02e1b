package io.github.langgan.customer.upkeep.updating;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OpenedUpdateRequest", description = "What a customer is asked, with its token.")
record OpenedView(
    @Schema(required = true) UUID updateRequestId,
    @Schema(required = true) UUID customerId,
    @Schema(
            required = true,
            maxLength = 1000,
            description =
                "For the fragment (#) of the link that you send, which browsers keep to"
                    + " themselves. Told this once only, and when the request is repeated")
        String token,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true) Instant expiresAt) {

  static OpenedView of(UpdateRequest request, String token) {
    return new OpenedView(
        request.id(), request.customerId(), token, request.openedAt(), request.expiresAt());
  }
}
