package io.github.langgan.customer.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Webhook", description = "Where events are sent, and how the receiver is.")
record WebhookView(
    @Schema(required = true) UUID webhookId,
    @Schema(description = "Whose it is; absent for the company's own") @Nullable String partner,
    @Schema(required = true) String url,
    @Schema(required = true) List<String> eventTypes,
    @Nullable String description,
    @Schema(required = true) WebhookState state,
    @Schema(required = true, description = "The receiver answered 410, which disabled it")
        boolean gone,
    @Schema(
            required = true,
            description = "Attempts that failed since the last that didn't",
            minimum = "0")
        int failuresInRow,
    @Schema(description = "Nothing is sent until then, since all that was sent last failed")
        @Nullable Instant pausedUntil,
    @Schema(description = "When something last arrived") @Nullable Instant deliveredAt,
    @Nullable Failure lastFailure,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true) Instant changedAt,
    @Schema(required = true, description = "One more with each change; the ETag says the same")
        int version,
    @Schema(
            description =
                "What messages are signed with. In the answer to the registration only: keep it")
        @Nullable String secret) {

  @Schema(name = "WebhookFailure")
  record Failure(
      @Schema(required = true) Instant at,
      @Schema(required = true) String failure,
      @Schema(description = "HTTP status, if there was an answer") @Nullable Integer status) {}

  static WebhookView of(Webhook webhook) {
    return with(webhook, null);
  }

  static WebhookView with(Webhook webhook, @Nullable String secret) {
    return new WebhookView(
        webhook.id(),
        webhook.partner(),
        webhook.url(),
        webhook.eventTypes(),
        webhook.description(),
        webhook.state(),
        webhook.gone(),
        webhook.failuresInRow(),
        webhook.pausedUntil(),
        webhook.deliveredAt(),
        webhook.failedAt() == null || webhook.failure() == null
            ? null
            : new Failure(webhook.failedAt(), webhook.failure(), webhook.failureStatus()),
        webhook.createdAt(),
        webhook.changedAt(),
        webhook.version(),
        secret);
  }
}
