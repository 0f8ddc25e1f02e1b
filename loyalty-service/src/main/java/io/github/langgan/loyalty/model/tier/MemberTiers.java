package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The tiers that were told of, each with the time of the next look, and what changed them. */
@Singleton
public class MemberTiers {

  private static final String KEEP =
      """
      INSERT INTO member_tier AS t (membership_id, level, since, until, due_at)
      SELECT * FROM unnest(:memberships::uuid[], :levels::text[], :since::timestamptz[],
                           :untils::timestamptz[], :dues::timestamptz[])
      ON CONFLICT (membership_id) DO UPDATE
         SET level = excluded.level, since = excluded.since, until = excluded.until,
             due_at = excluded.due_at
       WHERE (t.level, t.since, t.until, t.due_at) IS DISTINCT FROM
             (excluded.level, excluded.since, excluded.until, excluded.due_at)
      """;

  private static final String ADD =
      """
      INSERT INTO tier_change (id, membership_id, from_level, to_level, reason, cause,
                               scheme_version, until, at)
      SELECT * FROM unnest(:ids::uuid[], :memberships::uuid[], :froms::text[], :tos::text[],
                           :reasons::text[], :causes::uuid[], :versions::int[],
                           :untils::timestamptz[], :times::timestamptz[])
      """;

  private static final String DUE =
      """
      SELECT m.account_id FROM member_tier t JOIN membership m ON m.id = t.membership_id
       WHERE t.due_at < 'infinity' AND t.due_at <= :now
       ORDER BY t.due_at LIMIT :limit
      """;

  private final Jdbi jdbi;

  MemberTiers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param dueAt null: no clock changes it
   */
  public record Keeping(Membership membership, Kept tier, @Nullable Instant dueAt) {}

  public void keep(List<Keeping> tiers) {
    if (tiers.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(KEEP)
                .bindMap(
                    new Columns<>(tiers)
                        .uuids("memberships", one -> one.membership().id().value())
                        .texts("levels", one -> one.tier().level())
                        .times("since", one -> one.tier().since())
                        .times("untils", one -> one.tier().until())
                        .texts(
                            "dues",
                            one -> one.dueAt() == null ? "infinity" : one.dueAt().toString())
                        .arrays())
                .execute());
  }

  public void add(List<TierChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bindMap(
                    new Columns<>(changes)
                        .uuids("ids", TierChange::id)
                        .uuids("memberships", one -> one.membership().id().value())
                        .texts("froms", TierChange::from)
                        .texts("tos", TierChange::to)
                        .texts("reasons", one -> one.reason().name())
                        .uuids("causes", TierChange::cause)
                        .ints("versions", TierChange::schemeVersion)
                        .times("untils", TierChange::until)
                        .times("times", TierChange::at)
                        .arrays())
                .execute());
  }

  /** Locks some accounts of members whose tier may change by the clock; those in use are left. */
  public List<UUID> lockSomeDue(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM account WHERE id IN (%s) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED"
                        .formatted(DUE))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
  }

  /** Nothing is due for them: another membership holds their points. */
  public void rest(List<Membership> united) {
    if (united.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE member_tier SET due_at = 'infinity' WHERE membership_id = ANY(:ids)")
                .bind("ids", united.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .execute());
  }

  /** Until the commit nobody else changes these members' points or tiers. */
  public void lock(List<Membership> holders) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM account WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE")
                .bind("ids", holders.stream().map(Membership::accountId).toArray(UUID[]::new))
                .mapTo(UUID.class)
                .list());
  }

  /** The newest first. */
  public List<ChangeRow> changes(MembershipId holder, @Nullable UUID before, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, from_level, to_level, reason, cause, scheme_version, until, at
                      FROM tier_change
                     WHERE membership_id = :id AND (:before::uuid IS NULL OR id < :before)
                     ORDER BY id DESC LIMIT :limit
                    """)
                .bind("id", holder.value())
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(ChangeRow.class)
                .list());
  }

  /** A change as it is read again. */
  public record ChangeRow(
      UUID id,
      @Nullable String fromLevel,
      String toLevel,
      TierChange.Reason reason,
      @Nullable UUID cause,
      int schemeVersion,
      @Nullable Instant until,
      Instant at) {}
}
