package io.github.langgan.loyalty.model.pool;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All that others of pools pay; of a redemption, under the locks of who pays it. */
@Singleton
public class Draws {

  private final Jdbi jdbi;

  Draws(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(UUID membershipId, UUID customerId, UUID entryId, long points, long reversed) {

    Draw draw() {
      return new Draw(
          new MembershipId(membershipId), new CustomerId(customerId), entryId, points, reversed);
    }
  }

  public List<Draw> of(RedemptionId redemption) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT membership_id, customer_id, entry_id, points, reversed FROM pool_draw
                     WHERE redemption_id = :id ORDER BY membership_id
                    """)
                .bind("id", redemption.value())
                .mapTo(Row.class)
                .map(Row::draw)
                .list());
  }

  public void add(RedemptionId redemption, List<Draw> draws) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO pool_draw (redemption_id, membership_id, customer_id, entry_id,
                                           points)
                    SELECT :redemption, * FROM unnest(:memberships::uuid[], :customers::uuid[],
                                                      :entries::uuid[], :points::bigint[])
                    """)
                .bind("redemption", redemption.value())
                .bindMap(
                    new Columns<>(draws)
                        .uuids("memberships", draw -> draw.membership().value())
                        .uuids("customers", draw -> draw.customer().value())
                        .uuids("entries", Draw::entryId)
                        .longs("points", Draw::points)
                        .arrays())
                .execute());
  }

  /**
   * @param back points of each entry by which they had left
   */
  public void reverse(RedemptionId redemption, Map<UUID, Long> back) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE pool_draw d SET reversed = d.reversed + b.points
                      FROM unnest(:entries::uuid[], :points::bigint[]) AS b(entry_id, points)
                     WHERE d.redemption_id = :redemption AND d.entry_id = b.entry_id
                    """)
                .bind("redemption", redemption.value())
                .bindMap(
                    new Columns<>(List.copyOf(back.entrySet()))
                        .uuids("entries", Map.Entry::getKey)
                        .longs("points", Map.Entry::getValue)
                        .arrays())
                .execute());
  }

  /**
   * @param member whose points were drawn, by any of its records
   */
  record Since(Membership member, Instant from) {}

  private record Drawn(UUID key, long points) {}

  /** What others' redemptions since a time still have, reserved points too; without the zeros. */
  Map<UUID, Long> drawnSince(Map<UUID, Since> members, Instant now) {
    if (members.isEmpty()) {
      return Map.of();
    }
    Map<UUID, Long> drawn = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT s.key, sum(d.points - d.reversed) AS points
                      FROM unnest(:keys::uuid[], :customers::uuid[], :programs::uuid[],
                                  :times::timestamptz[]) AS s(key, customer, program, since)
                      JOIN membership m ON m.customer_id = s.customer AND m.program_id = s.program
                      JOIN pool_draw d ON d.membership_id = m.id
                      JOIN redemption r ON r.id = d.redemption_id AND r.begun_at >= s.since
                     WHERE r.state = 'REDEEMED' OR r.state = 'RESERVED' AND r.reserved_until > :now
                     GROUP BY s.key
                    """)
                .bindMap(
                    new Columns<>(List.copyOf(members.entrySet()))
                        .uuids("keys", Map.Entry::getKey)
                        .uuids("customers", one -> one.getValue().member().customer().value())
                        .uuids("programs", one -> one.getValue().member().program().value())
                        .times("times", one -> one.getValue().from())
                        .arrays())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(Drawn.class)
                .forEach(one -> drawn.put(one.key(), one.points())));
    return drawn;
  }
}
