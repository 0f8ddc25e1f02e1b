package io.github.langgan.customer.webhook;

import io.github.langgan.chassis.audit.Audit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Signs with a new secret from now on, and for a while with the former ones, too, so that a
 * receiver can change over. Doing it again, for an answer that was lost, takes none of them away.
 */
@Singleton
class RotateSecret {

  /** Each signature makes the header longer. */
  private static final int MOST = 5;

  private final Webhooks webhooks;
  private final WebhookSecrets secrets;
  private final Audit audit;
  private final Clock clock;
  private final Duration overlap;

  RotateSecret(
      Webhooks webhooks,
      WebhookSecrets secrets,
      Audit audit,
      Clock clock,
      @ConfigProperty(name = "langgan.webhooks.secret-overlap", defaultValue = "24h")
          Duration overlap) {
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
    this.overlap = overlap;
  }

  sealed interface Result {

    record Rotated(String secret, Instant formerUntil) implements Result {}

    /** Too many are still valid. */
    record TooOften() implements Result {}
  }

  /**
   * @param atOnce the former ones are known to somebody else: they sign nothing more
   * @return empty when there is no such webhook
   */
  @Transactional
  Optional<Result> rotate(UUID id, @Nullable String partner, boolean atOnce) {
    return webhooks.lock(id, partner).map(webhook -> rotate(id, atOnce));
  }

  private Result rotate(UUID id, boolean atOnce) {
    Instant now = clock.instant();
    Instant until = atOnce ? now : now.plus(overlap);
    if (!atOnce && secrets.count(id, now) >= MOST) {
      return new Result.TooOften();
    }
    secrets.expire(id, until, now);
    String secret = secrets.draw(id);
    audit.record("webhook.secret-rotated", "webhook", id, "", Map.of("atOnce", atOnce));
    return new Result.Rotated(secret, until);
  }
}
