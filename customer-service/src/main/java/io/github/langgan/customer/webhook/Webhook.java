package io.github.langgan.customer.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be told of events.
 *
 * @param partner whose it is; null for the company's own
 * @param gone the receiver said so (410)
 * @param pausedUntil nothing is sent until then, since all that was sent last failed
 * @param failure of the last attempt that failed, by its kind
 */
record Webhook(
    UUID id,
    @Nullable String partner,
    String url,
    List<String> eventTypes,
    @Nullable String description,
    WebhookState state,
    boolean gone,
    int version,
    Instant createdAt,
    Instant changedAt,
    int failuresInRow,
    @Nullable Instant pausedUntil,
    @Nullable Instant deliveredAt,
    @Nullable Instant failedAt,
    @Nullable String failure,
    @Nullable Integer failureStatus) {

  WebhookBody body() {
    return new WebhookBody(url, eventTypes, description, state);
  }
}
