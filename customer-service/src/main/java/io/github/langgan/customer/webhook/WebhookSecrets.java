package io.github.langgan.customer.webhook;

import static java.time.ZoneOffset.UTC;

import io.github.langgan.chassis.encryption.ServiceKeys;
import io.github.langgan.chassis.encryption.WrappedKey;
import io.github.langgan.chassis.id.UuidV7;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * What messages are signed with: 32 random bytes for each webhook, stored wrapped by a key of the
 * service and read by nobody but the sender.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class WebhookSecrets {

  private static final Logger LOG = Logger.getLogger(WebhookSecrets.class);
  private static final String PREFIX = "whsec_";

  private final Jdbi jdbi;
  private final ServiceKeys serviceKeys;

  WebhookSecrets(Jdbi jdbi, ServiceKeys serviceKeys) {
    this.jdbi = jdbi;
    this.serviceKeys = serviceKeys;
  }

  private record Stored(UUID webhookId, byte[] wrapped, String wrappedBy) {}

  /** In the writing that Standard Webhooks gives it. */
  String draw(UUID webhook) {
    WrappedKey drawn = serviceKeys.draw().wrapped();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO webhook_secret (id, webhook_id, wrapped, wrapped_by)
                    VALUES (:id, :webhook, :wrapped, :by)
                    """)
                .bind("id", UuidV7.next())
                .bind("webhook", webhook)
                .bind("wrapped", drawn.bytes())
                .bind("by", drawn.by())
                .execute());
    return PREFIX + Base64.getEncoder().encodeToString(open(drawn));
  }

  /** The current one no longer than until then; what is over goes. */
  void expire(UUID webhook, Instant until, Instant now) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  UPDATE webhook_secret SET valid_until = least(valid_until, :until)
                   WHERE webhook_id = :webhook AND (valid_until IS NULL OR valid_until > :until)
                  """)
              .bind("webhook", webhook)
              .bind("until", until.atOffset(UTC))
              .execute();
          handle
              .createUpdate(
                  "DELETE FROM webhook_secret WHERE webhook_id = :webhook AND valid_until <= :now")
              .bind("webhook", webhook)
              .bind("now", now.atOffset(UTC))
              .execute();
        });
  }

  int count(UUID webhook, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(*) FROM webhook_secret
                     WHERE webhook_id = :webhook AND (valid_until IS NULL OR valid_until > :now)
                    """)
                .bind("webhook", webhook)
                .bind("now", now.atOffset(UTC))
                .mapTo(Integer.class)
                .one());
  }

  /** Those that sign now, the newest first; none of a webhook whose secrets can't be opened. */
  public Map<UUID, List<byte[]>> valid(Collection<UUID> webhooks, Instant now) {
    Map<UUID, List<byte[]>> found = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT webhook_id, wrapped, wrapped_by FROM webhook_secret
                     WHERE webhook_id = ANY(:webhooks) AND (valid_until IS NULL OR valid_until > :now)
                     ORDER BY id DESC
                    """)
                .bind("webhooks", webhooks.toArray(UUID[]::new))
                .bind("now", now.atOffset(UTC))
                .mapTo(Stored.class)
                .forEach(one -> add(one, found)));
    return found;
  }

  /** A service key that is no longer stated is one webhook's trouble, and not all others'. */
  private void add(Stored one, Map<UUID, List<byte[]>> found) {
    try {
      byte[] secret = open(new WrappedKey(one.wrappedBy(), one.wrapped()));
      found.computeIfAbsent(one.webhookId(), id -> new ArrayList<>()).add(secret);
    } catch (IllegalStateException closed) {
      LOG.errorf("Webhook %s: a secret can't be opened: %s", one.webhookId(), closed.getMessage());
    }
  }

  private byte[] open(WrappedKey key) {
    return serviceKeys.unwrap(key).getEncoded();
  }
}
