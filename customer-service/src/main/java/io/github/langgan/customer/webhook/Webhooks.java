package io.github.langgan.customer.webhook;

import static java.time.ZoneOffset.UTC;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All webhooks. A partner, if one is named, sees its own; without one all are seen. */
@Singleton
public class Webhooks {

  private static final String SEEN = " (:partner::text IS NULL OR partner = :partner) ";

  /** What is being sent isn't sent beside that. */
  private static final String TRY_AT_ONCE =
      """
      UPDATE webhook_lane SET due_at = :now
       WHERE webhook_id = :id AND claim IS NULL AND due_at > :now
      """;

  private final Jdbi jdbi;

  Webhooks(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public boolean exists(UUID id, @Nullable String partner) {
    return find(id, partner).isPresent();
  }

  /** The same, and that it stays until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hold(UUID id, @Nullable String partner) {
    return one("WHERE id = :id AND" + SEEN + "FOR KEY SHARE", id, partner).isPresent();
  }

  Optional<Webhook> find(UUID id, @Nullable String partner) {
    return one("WHERE id = :id AND" + SEEN, id, partner);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Webhook> lock(UUID id, @Nullable String partner) {
    return one("WHERE id = :id AND" + SEEN + "FOR NO KEY UPDATE", id, partner);
  }

  private Optional<Webhook> one(String where, UUID id, @Nullable String partner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM webhook " + where)
                .bind("id", id)
                .bindByType("partner", partner, String.class)
                .mapTo(Webhook.class)
                .findOne());
  }

  /** Of the very owner. */
  Optional<Webhook> to(String url, @Nullable String owner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM webhook"
                        + " WHERE url = :url AND partner IS NOT DISTINCT FROM :owner")
                .bind("url", url)
                .bindByType("owner", owner, String.class)
                .mapTo(Webhook.class)
                .findOne());
  }

  int countOf(@Nullable String owner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM webhook WHERE partner IS NOT DISTINCT FROM :owner")
                .bindByType("owner", owner, String.class)
                .mapTo(Integer.class)
                .one());
  }

  /**
   * Newest first.
   *
   * @param owner whose are wanted; null for all that are seen
   */
  List<Webhook> list(
      @Nullable String owner, @Nullable String partner, @Nullable UUID before, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM webhook WHERE (:before::uuid IS NULL OR id < :before) AND"
                        + SEEN
                        + "AND (:owner::text IS NULL OR partner = :owner)"
                        + " ORDER BY id DESC LIMIT :limit")
                .bindByType("before", before, UUID.class)
                .bindByType("partner", partner, String.class)
                .bindByType("owner", owner, String.class)
                .bind("limit", limit)
                .mapTo(Webhook.class)
                .list());
  }

  /** False when the owner has one to that URL. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean add(UUID id, @Nullable String owner, WebhookBody body, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO webhook (id, partner, url, event_types, description, state, version,
                                             created_at, changed_at)
                        VALUES (:id, :owner, :url, :types, :description, :state, 1, :now, :now)
                        ON CONFLICT (partner, url) DO NOTHING
                        """)
                    .bind("id", id)
                    .bindByType("owner", owner, String.class)
                    .bind("url", body.target())
                    .bind("types", body.types().toArray(String[]::new))
                    .bindByType("description", body.description(), String.class)
                    .bind("state", body.wanted().name())
                    .bind("now", now.atOffset(UTC))
                    .execute())
        > 0;
  }

  /**
   * Who enables it, or says anything of one that is enabled, believes that the receiver is well:
   * what waits is tried at once.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void change(UUID id, WebhookBody body, Instant now) {
    boolean fresh = body.wanted() == WebhookState.ENABLED;
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                    UPDATE webhook
                       SET url = :url, event_types = :types, description = :description, state = :state,
                           gone = gone AND :state = 'DISABLED',
                           failures_in_row = CASE WHEN :fresh THEN 0 ELSE failures_in_row END,
                           pauses = CASE WHEN :fresh THEN 0 ELSE pauses END,
                           paused_until = CASE WHEN :fresh THEN NULL ELSE paused_until END,
                           version = version + 1, changed_at = :now
                     WHERE id = :id
                    """)
              .bind("id", id)
              .bind("url", body.target())
              .bind("types", body.types().toArray(String[]::new))
              .bindByType("description", body.description(), String.class)
              .bind("state", body.wanted().name())
              .bind("fresh", fresh)
              .bind("now", now.atOffset(UTC))
              .execute();
          if (fresh) {
            handle
                .createUpdate(TRY_AT_ONCE)
                .bind("id", id)
                .bind("now", now.atOffset(UTC))
                .execute();
          }
        });
  }

  /** With all that was and was to be sent there. */
  @Transactional(Transactional.TxType.MANDATORY)
  void delete(UUID id) {
    jdbi.useHandle(
        handle ->
            handle.createUpdate("DELETE FROM webhook WHERE id = :id").bind("id", id).execute());
  }
}
