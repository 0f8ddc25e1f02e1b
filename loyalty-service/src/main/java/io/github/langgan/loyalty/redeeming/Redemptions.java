package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.pool.Draw;
import io.github.langgan.loyalty.model.pool.Draws;
import io.github.langgan.loyalty.model.reward.RewardId;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.redeeming.Redemption.Hold;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All redemptions; one changes only under the lock of its member's account. */
@Singleton
class Redemptions {

  private static final String SELECT = "SELECT " + RedemptionRow.COLUMNS + " FROM redemption ";

  /** Of all memberships of the member in the program, also those that are united into others. */
  private static final String SINCE =
      """
        FROM membership m JOIN redemption r ON r.membership_id = m.id
       WHERE m.customer_id = :customer AND m.program_id = :program AND r.begun_at >= :since
         AND (r.state = 'REDEEMED' OR r.state = 'RESERVED' AND r.reserved_until > :now)
      """;

  private final Jdbi jdbi;
  private final Draws draws;

  Redemptions(Jdbi jdbi, Draws draws) {
    this.jdbi = jdbi;
    this.draws = draws;
  }

  Optional<Redemption> find(RedemptionId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .mapTo(RedemptionRow.class)
                .findOne()
                .map(RedemptionRow::redemption));
  }

  /** Reservations whose time is over, the oldest first; nobody holds them by this. */
  List<Redemption> overdue(Instant now, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE state = 'RESERVED' AND reserved_until <= :now
                        ORDER BY reserved_until LIMIT :limit
                        """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .mapTo(RedemptionRow.class)
                .map(RedemptionRow::redemption)
                .list());
  }

  /** What a member's redemptions since a time still have, reserved points too. */
  long pointsSince(Membership holder, Instant since, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT coalesce(sum(r.points - r.reversed), 0)" + SINCE)
                .bind("customer", holder.customer().value())
                .bind("program", holder.program().value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  /** Pieces of a reward, without those whose points were given back altogether. */
  long piecesSince(Membership holder, RewardId reward, Instant since, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT coalesce(sum(r.pieces), 0)"
                        + SINCE
                        + "AND r.reward_id = :reward AND r.reversed < r.points")
                .bind("customer", holder.customer().value())
                .bind("program", holder.program().value())
                .bind("reward", reward.value())
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
  }

  /** What others of the member's pool pay. */
  List<Draw> drawsOf(Redemption redemption) {
    return redemption.pooled() ? draws.of(redemption.id()) : List.of();
  }

  void add(Redemption redemption) {
    @Nullable Hold hold = redemption.hold();
    @Nullable Taken taken = redemption.reward();
    @Nullable Money money = taken == null ? null : taken.money();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO redemption (id, membership_id, customer_id, entry_id, points, state,
                                            begun_at, reserved_until, begun_by, reward_id, pieces,
                                            money, currency, redeemed_at, pooled)
                    VALUES (:id, :membership, :customer, :entry, :points, :state, :begunAt, :until,
                            :begunBy, :reward, :pieces, :money, :currency, :redeemedAt, :pooled)
                    """)
                .bind("id", redemption.id().value())
                .bind("membership", redemption.membership().value())
                .bind("customer", redemption.customer().value())
                .bind("entry", redemption.entryId())
                .bind("points", redemption.points())
                .bind("state", redemption.state().name())
                .bind("begunAt", redemption.begunAt().atOffset(ZoneOffset.UTC))
                .bind("until", hold == null ? null : hold.until().atOffset(ZoneOffset.UTC))
                .bind("begunBy", hold == null ? null : hold.begunBy())
                .bind("reward", taken == null ? null : taken.id().value())
                .bind("pieces", taken == null ? null : taken.pieces())
                .bind("money", money == null ? null : money.amount())
                .bind("currency", money == null ? null : money.currency())
                .bind("redeemedAt", time(redemption.redeemedAt()))
                .bind("pooled", redemption.pooled())
                .execute());
  }

  void update(Redemption redemption) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE redemption SET reversed = :reversed, state = :state,
                                          redeemed_at = :redeemedAt, version = :version
                     WHERE id = :id
                    """)
                .bind("id", redemption.id().value())
                .bind("reversed", redemption.reversed())
                .bind("state", redemption.state().name())
                .bind("redeemedAt", time(redemption.redeemedAt()))
                .bind("version", redemption.version())
                .execute());
  }

  /** What it holds of which lots, the latest to expire first: those are given back first. */
  List<HeldShare> shares(RedemptionId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT l.account_id, l.id AS lot_id, -sum(p.points) AS points
                      FROM entry e
                      JOIN posting p ON p.entry_id = e.id AND p.lot_id IS NOT NULL
                      JOIN lot l ON l.id = p.lot_id
                     WHERE e.redemption_id = :id
                     GROUP BY l.id HAVING sum(p.points) < 0
                     ORDER BY l.expires_at DESC, l.id DESC
                    """)
                .bind("id", id.value())
                .mapTo(HeldShare.class)
                .list());
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
