package io.github.langgan.customer.webhook;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.webhook.WebhookResult.AsWanted;
import io.github.langgan.customer.webhook.WebhookResult.Changed;
import io.github.langgan.customer.webhook.WebhookResult.Registered;
import io.github.langgan.customer.webhook.WebhookResult.TooMany;
import io.github.langgan.customer.webhook.WebhookResult.Unknown;
import io.github.langgan.customer.webhook.WebhookResult.UrlTaken;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notes where somebody wants to be told of events, and what they change of it. */
@Singleton
class RegisterWebhook {

  /** Of one owner: each event is sent that often at most. */
  private static final int MOST = 50;

  private static final String SUBJECT = "webhook";

  private final Webhooks webhooks;
  private final WebhookSecrets secrets;
  private final Audit audit;
  private final Clock clock;

  RegisterWebhook(Webhooks webhooks, WebhookSecrets secrets, Audit audit, Clock clock) {
    this.webhooks = webhooks;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  WebhookResult register(WebhookBody body, Registrant by) {
    Optional<Webhook> known = webhooks.to(body.target(), by.partner());
    if (known.isPresent()) {
      return same(known.get().body(), body) ? new AsWanted(known.get()) : new UrlTaken(known.get());
    }
    if (webhooks.countOf(by.partner()) >= MOST) {
      return new TooMany(MOST);
    }
    UUID id = UuidV7.next();
    if (!webhooks.add(id, by.partner(), body, clock.instant())) {
      return new UrlTaken(null);
    }
    String secret = secrets.draw(id);
    audit.record("webhook.registered", SUBJECT, id, "", Map.of("types", body.types()));
    return new Registered(webhooks.find(id, null).orElseThrow(), secret);
  }

  /**
   * @param check throws when the caller meant another version
   * @param partner who sees its own only; null for staff
   */
  @Transactional
  WebhookResult change(
      UUID id, @Nullable String partner, WebhookBody wanted, Consumer<Webhook> check) {
    Optional<Webhook> current = webhooks.lock(id, partner);
    if (current.isEmpty()) {
      return new Unknown();
    }
    check.accept(current.get());
    if (same(current.get().body(), wanted)) {
      return new AsWanted(current.get());
    }
    Optional<Webhook> other =
        webhooks.to(wanted.target(), current.get().partner()).filter(one -> !one.id().equals(id));
    if (other.isPresent()) {
      return new UrlTaken(other.get());
    }
    webhooks.change(id, wanted, clock.instant());
    audit.record("webhook.changed", SUBJECT, id, "", Map.of("state", wanted.wanted()));
    return new Changed(webhooks.find(id, partner).orElseThrow());
  }

  /** False when there is none. */
  @Transactional
  boolean delete(UUID id, @Nullable String partner) {
    if (webhooks.lock(id, partner).isEmpty()) {
      return false;
    }
    webhooks.delete(id);
    audit.record("webhook.deleted", SUBJECT, id, "", Map.of());
    return true;
  }

  private static boolean same(WebhookBody one, WebhookBody other) {
    return one.target().equals(other.target())
        && one.types().equals(other.types())
        && Objects.equals(one.description(), other.description())
        && one.wanted() == other.wanted();
  }
}
