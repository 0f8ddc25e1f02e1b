package io.github.langgan.customer.webhook.replay;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WebhookDelivery", description = "A message on its way to a receiver.")
record DeliveryView(
    @Schema(required = true, description = "The event's id, as in the header webhook-id")
        UUID messageId,
    @Schema(required = true) String type,
    @Schema(required = true, description = "When the event happened") Instant occurredAt,
    @Schema(
            required = true,
            description = "Mostly the customer's id. Messages of one key go one after the other")
        UUID key,
    @Schema(required = true) DeliveryState state,
    @Schema(required = true, description = "Since when it is, or was, to be sent") Instant wantedAt,
    @Schema(
            required = true,
            description = "The latest twenty, the oldest first",
            type = SchemaType.ARRAY,
            implementation = AttemptView.class)
        @JsonRawValue
        String attempts) {

  @Schema(name = "WebhookAttempt")
  record AttemptView(
      @Schema(required = true) Instant at,
      @Schema(required = true, description = "Until there was an answer, or none") long millis,
      @Schema(description = "HTTP status, if there was an answer") Integer status,
      @Schema(
              description =
                  "Absent when it arrived; else STATUS (not 2xx), TIMEOUT, CONNECTION, TLS,"
                      + " TARGET (the URL leads to no public address) or SECRET (ours can't be read)")
          String failure) {}
}
