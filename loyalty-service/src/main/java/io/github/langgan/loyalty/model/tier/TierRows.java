package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.MembershipId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is stored of members' tiers beside what they bought. */
@Singleton
class TierRows {

  private static final String FREEZES =
      """
      SELECT membership_id, id, reason, starts_at, ends_at FROM tier_freeze
       WHERE membership_id = ANY(:ids)
      UNION ALL
      SELECT m.id, c.id, 'COMPLAINT', c.opened_at, c.closed_at
        FROM membership m
       CROSS JOIN LATERAL (SELECT m.customer_id AS id
                            UNION ALL
                           SELECT id FROM alias WHERE means = m.customer_id) record
        JOIN complaint c ON c.customer_id = record.id
       WHERE m.id = ANY(:ids) AND c.opened_at < coalesce(c.closed_at, 'infinity')
      """;

  private final Jdbi jdbi;

  TierRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record FloorRow(
      UUID id,
      UUID membershipId,
      Floor.Kind kind,
      String level,
      String reason,
      Instant startsAt,
      Instant endsAt) {

    Floor floor() {
      return new Floor(id, new MembershipId(membershipId), kind, level, reason, startsAt, endsAt);
    }
  }

  record FreezeRow(
      UUID membershipId,
      UUID id,
      FreezeReason reason,
      Instant startsAt,
      @Nullable Instant endsAt) {}

  record KeptRow(UUID membershipId, String level, Instant since, @Nullable Instant until) {}

  Map<MembershipId, List<Floor>> floors(Collection<MembershipId> memberships) {
    Map<MembershipId, List<Floor>> floors = new HashMap<>();
    read(
            "SELECT id, membership_id, kind, level, reason, starts_at, ends_at FROM tier_floor"
                + " WHERE membership_id = ANY(:ids) ORDER BY id",
            memberships,
            FloorRow.class)
        .forEach(row -> add(floors, row.membershipId(), row.floor()));
    return floors;
  }

  Map<MembershipId, List<Freeze>> freezes(Collection<MembershipId> memberships) {
    Map<MembershipId, List<Freeze>> freezes = new HashMap<>();
    read(FREEZES, memberships, FreezeRow.class)
        .forEach(
            row ->
                add(
                    freezes,
                    row.membershipId(),
                    new Freeze(row.id(), row.reason(), row.startsAt(), row.endsAt())));
    return freezes;
  }

  Map<MembershipId, Kept> kept(Collection<MembershipId> memberships) {
    Map<MembershipId, Kept> kept = new HashMap<>();
    read(
            "SELECT membership_id, level, since, until FROM member_tier"
                + " WHERE membership_id = ANY(:ids)",
            memberships,
            KeptRow.class)
        .forEach(
            row ->
                kept.put(
                    new MembershipId(row.membershipId()),
                    new Kept(row.level(), row.since(), row.until())));
    return kept;
  }

  private <R> List<R> read(String query, Collection<MembershipId> memberships, Class<R> row) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(query)
                .bind("ids", memberships.stream().map(MembershipId::value).toArray(UUID[]::new))
                .mapTo(row)
                .list());
  }

  private static <T> void add(Map<MembershipId, List<T>> all, UUID membership, T one) {
    all.computeIfAbsent(new MembershipId(membership), id -> new ArrayList<>()).add(one);
  }
}
