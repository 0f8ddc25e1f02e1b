package io.github.langgan.customer.webhook.replay;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.customer.webhook.EventTypes;
import io.github.langgan.customer.webhook.Webhooks;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A message that tells of nothing. */
@Singleton
class SendTest {

  /** Its key is the webhook's own id: it waits for nobody's events. */
  private static final String SEND =
      """
      WITH lane AS (
        INSERT INTO webhook_lane AS l (webhook_id, key, due_at) VALUES (:webhook, :webhook, :now)
        ON CONFLICT (webhook_id, key) DO UPDATE SET key = excluded.key),
      message AS (
        INSERT INTO webhook_message (event_id, type, occurred_at, data)
        VALUES (:id, :type, :now, :data)),
      place AS MATERIALIZED (SELECT nextval('webhook_position') AS next)
      INSERT INTO webhook_delivery (webhook_id, event_id, key, arrival, position, state, wanted_at)
      SELECT :webhook, :id, :webhook, next, next, 'WAITING', :now FROM place
      """;

  private final Jdbi jdbi;
  private final Webhooks webhooks;
  private final Clock clock;

  SendTest(Jdbi jdbi, Webhooks webhooks, Clock clock) {
    this.jdbi = jdbi;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  @Schema(name = "WebhookTest", description = "A message that tells of nothing.")
  record Sent(
      @Schema(required = true, description = "As in the header webhook-id") UUID messageId) {}

  /** Empty when there is no such webhook. */
  @Transactional
  Optional<Sent> send(UUID webhook, @Nullable String partner) {
    if (!webhooks.hold(webhook, partner)) {
      return Optional.empty();
    }
    UUID id = UuidV7.next();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(SEND)
                .bind("webhook", webhook)
                .bind("id", id)
                .bind("type", EventTypes.TEST)
                .bind("data", "{\"webhookId\":\"" + webhook + "\"}")
                .bind("now", clock.instant().atOffset(UTC))
                .execute());
    return Optional.of(new Sent(id));
  }
}
