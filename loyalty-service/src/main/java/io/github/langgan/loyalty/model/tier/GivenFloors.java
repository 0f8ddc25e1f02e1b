package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Levels that members have at least. */
@Singleton
public class GivenFloors {

  private final Jdbi jdbi;

  GivenFloors(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public void add(List<Floor> floors) {
    if (floors.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO tier_floor (id, membership_id, kind, level, reason, starts_at, ends_at)
                    SELECT * FROM unnest(:ids::uuid[], :memberships::uuid[], :kinds::text[],
                                         :levels::text[], :reasons::text[], :starts::timestamptz[],
                                         :ends::timestamptz[])
                    """)
                .bindMap(
                    new Columns<>(floors)
                        .uuids("ids", Floor::id)
                        .uuids("memberships", one -> one.membership().value())
                        .texts("kinds", one -> one.kind().name())
                        .texts("levels", Floor::level)
                        .texts("reasons", Floor::reason)
                        .times("starts", Floor::startsAt)
                        .times("ends", Floor::endsAt)
                        .arrays())
                .execute());
  }

  /** False when there is no grant of this id that holds still. */
  public boolean end(List<MembershipId> group, UUID grant, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createUpdate(
                        """
                        UPDATE tier_floor SET ends_at = greatest(:at, starts_at)
                         WHERE id = :id AND kind = 'GRANT' AND membership_id = ANY(:group)
                           AND ends_at > :at
                        """)
                    .bind("id", grant)
                    .bind("group", group.stream().map(MembershipId::value).toArray(UUID[]::new))
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute()
                > 0);
  }
}
