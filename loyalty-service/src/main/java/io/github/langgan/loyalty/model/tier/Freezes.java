package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What keeps tiers from falling. */
@Singleton
public class Freezes {

  /** In whatever order it became known; a case is answered once, closed later. */
  private static final String KNOW =
      """
      MERGE INTO complaint c
      USING (SELECT id, min(customer::text)::uuid AS customer, min(opened) AS opened,
                    min(ended) AS ended, bool_or(certain::boolean) AS certain
               FROM unnest(:ids::uuid[], :customers::uuid[], :opened::timestamptz[],
                           :ended::timestamptz[], :certain::text[])
                      AS n(id, customer, opened, ended, certain)
              GROUP BY id) n
         ON c.id = n.id
      WHEN MATCHED THEN UPDATE
         SET opened_at = coalesce(c.opened_at, n.opened),
             closed_at = least(c.closed_at, n.ended)
      WHEN NOT MATCHED AND n.certain THEN
        INSERT (id, customer_id, opened_at, closed_at) VALUES (n.id, n.customer, n.opened, n.ended)
      """;

  /** Each return that was recorded ends the freeze of a membership that was stated first. */
  private static final String END =
      """
      UPDATE tier_freeze f SET ends_at = greatest(:now, f.starts_at)
        FROM (SELECT id, row_number() OVER (PARTITION BY membership_id ORDER BY id) AS place, returns
                FROM tier_freeze
                JOIN unnest(:memberships::uuid[], :returns::int[]) AS r(membership, returns)
                  ON membership_id = r.membership
               WHERE ends_at > :now) due
       WHERE f.id = due.id AND due.place <= due.returns
      """;

  private final Jdbi jdbi;

  Freezes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void know(List<Complaint> complaints) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(KNOW)
                .bindMap(
                    new Columns<>(complaints)
                        .uuids("ids", Complaint::id)
                        .uuids("customers", one -> one.customer().value())
                        .times("opened", Complaint::openedAt)
                        .times("ended", Complaint::endedAt)
                        .texts("certain", one -> Boolean.toString(one.certain()))
                        .arrays())
                .execute());
  }

  public void add(Membership holder, Freeze freeze) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO tier_freeze (id, membership_id, reason, starts_at, ends_at)
                    VALUES (:id, :membership, :reason, :from, :to)
                    """)
                .bind("id", freeze.id())
                .bind("membership", holder.id().value())
                .bind("reason", freeze.reason().name())
                .bind("from", freeze.startsAt().atOffset(ZoneOffset.UTC))
                .bind("to", freeze.endsAt().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** How many returns of each were recorded. */
  public void returned(Map<MembershipId, Integer> returns, Instant now) {
    if (returns.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(END)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bindMap(
                    new Columns<>(List.copyOf(returns.entrySet()))
                        .uuids("memberships", one -> one.getKey().value())
                        .ints("returns", Map.Entry::getValue)
                        .arrays())
                .execute());
  }

  /** Empty when there is none of this id that holds still. */
  public Optional<UUID> end(List<MembershipId> group, UUID id, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    UPDATE tier_freeze SET ends_at = greatest(:now, starts_at)
                     WHERE id = :id AND membership_id = ANY(:group) AND ends_at > :now
                    RETURNING id
                    """)
                .bind("id", id)
                .bind("group", group.stream().map(MembershipId::value).toArray(UUID[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(UUID.class)
                .findOne());
  }
}
