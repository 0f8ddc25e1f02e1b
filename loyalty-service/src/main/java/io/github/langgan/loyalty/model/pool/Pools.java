package io.github.langgan.loyalty.model.pool;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * All pools. Their members change under the pool's lock; who lets points be drawn holds it shared.
 */
@Singleton
public class Pools {

  private static final String MEMBERS =
      """
      SELECT id, pool_id, membership_id, invited_at, joined_at, limit_points, limit_period
        FROM pool_member
      """;

  /** Of a member, also those that are united into others. */
  private static final String MINE =
      "(SELECT id FROM membership WHERE customer_id = :customer AND program_id = :program)";

  private final Jdbi jdbi;

  Pools(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record PoolRow(UUID id, UUID programId, Instant openedAt) {

    Pool pool() {
      return new Pool(new PoolId(id), new ProgramId(programId), openedAt);
    }
  }

  record MemberRow(
      UUID id,
      UUID poolId,
      UUID membershipId,
      Instant invitedAt,
      @Nullable Instant joinedAt,
      @Nullable Long limitPoints,
      @Nullable CapPeriod limitPeriod) {

    PoolMember member() {
      return new PoolMember(
          id,
          new PoolId(poolId),
          new MembershipId(membershipId),
          invitedAt,
          joinedAt,
          limitPoints == null || limitPeriod == null
              ? null
              : new PointsLimit(limitPoints, limitPeriod));
    }
  }

  public Optional<Pool> find(PoolId id) {
    return jdbi.withHandle(handle -> find(handle, id, ""));
  }

  /** Until the commit nobody else changes its members, or draws. */
  public Optional<Pool> lock(PoolId id) {
    return jdbi.withHandle(handle -> find(handle, id, "FOR UPDATE"));
  }

  private static Optional<Pool> find(Handle handle, PoolId id, String lock) {
    return handle
        .createQuery("SELECT id, program_id, opened_at FROM pool WHERE id = :id " + lock)
        .bind("id", id.value())
        .mapTo(PoolRow.class)
        .findOne()
        .map(PoolRow::pool);
  }

  /** Until the commit nobody joins or leaves the pools that this member has joined. */
  void holdOf(Membership member) {
    jdbi.useHandle(
        handle ->
            of(
                    member,
                    handle.createQuery(
                        """
                        SELECT id FROM pool
                         WHERE id IN (SELECT pool_id FROM pool_member
                                       WHERE membership_id IN %s AND joined_at IS NOT NULL
                                         AND left_at IS NULL)
                         ORDER BY id FOR SHARE
                        """
                            .formatted(MINE)))
                .mapTo(UUID.class)
                .list());
  }

  /**
   * Until the commit none of the member's memberships joins another pool.
   *
   * @return those that have joined one
   */
  public List<PoolMember> lockJoinedOf(Membership member) {
    return jdbi.withHandle(
        handle -> {
          of(
                  member,
                  handle.createQuery(
                      """
                      SELECT id FROM membership
                       WHERE customer_id = :customer AND program_id = :program
                       ORDER BY id FOR NO KEY UPDATE
                      """))
              .mapTo(UUID.class)
              .list();
          return of(handle, member, "AND joined_at IS NOT NULL");
        });
  }

  /** The places that the member has now, and invitations. */
  public List<PoolMember> of(Membership member) {
    return jdbi.withHandle(handle -> of(handle, member, ""));
  }

  private static List<PoolMember> of(Handle handle, Membership member, String more) {
    return of(
            member,
            handle.createQuery(
                MEMBERS
                    + "WHERE membership_id IN %s AND left_at IS NULL %s ORDER BY invited_at, id"
                        .formatted(MINE, more)))
        .mapTo(MemberRow.class)
        .map(MemberRow::member)
        .list();
  }

  /** Who is in these pools now, or invited; who was invited first comes first. */
  public List<PoolMember> members(Collection<PoolId> pools) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    MEMBERS
                        + "WHERE pool_id = ANY(:pools) AND left_at IS NULL ORDER BY invited_at, id")
                .bind("pools", pools.stream().map(PoolId::value).toArray(UUID[]::new))
                .mapTo(MemberRow.class)
                .map(MemberRow::member)
                .list());
  }

  /** When the member left a pool last. */
  public Optional<Instant> lastLeftBy(Membership member) {
    return jdbi.withHandle(
        handle ->
            of(
                    member,
                    handle.createQuery(
                        """
                        SELECT max(left_at) FROM pool_member
                         WHERE membership_id IN %s AND joined_at IS NOT NULL
                        """
                            .formatted(MINE)))
                .mapTo(Instant.class)
                .findOne());
  }

  public void open(Pool pool) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO pool (id, program_id, opened_at) VALUES (:id, :program, :at)")
                .bind("id", pool.id().value())
                .bind("program", pool.program().value())
                .bind("at", pool.openedAt().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Adds the place, or changes when its member joined and what it lets others spend. */
  public void put(PoolMember member) {
    @Nullable Instant joined = member.joinedAt();
    @Nullable PointsLimit limit = member.limit();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO pool_member (id, pool_id, membership_id, invited_at, joined_at,
                                             limit_points, limit_period)
                    VALUES (:id, :pool, :membership, :invited, :joined, :points, :period)
                    ON CONFLICT (id) DO UPDATE
                       SET joined_at = excluded.joined_at,
                           limit_points = excluded.limit_points,
                           limit_period = excluded.limit_period
                    """)
                .bind("id", member.id())
                .bind("pool", member.pool().value())
                .bind("membership", member.membership().value())
                .bind("invited", member.invitedAt().atOffset(ZoneOffset.UTC))
                .bind("joined", joined == null ? null : joined.atOffset(ZoneOffset.UTC))
                .bind("points", limit == null ? null : limit.points())
                .bind("period", limit == null ? null : limit.period().name())
                .execute());
  }

  public void leave(PoolMember member, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE pool_member SET left_at = :at WHERE id = :id")
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("id", member.id())
                .execute());
  }

  private static Query of(Membership member, Query query) {
    return query
        .bind("customer", member.customer().value())
        .bind("program", member.program().value());
  }
}
