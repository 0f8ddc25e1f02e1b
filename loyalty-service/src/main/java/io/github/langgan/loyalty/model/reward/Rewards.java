package io.github.langgan.loyalty.model.reward;

import io.github.langgan.loyalty.model.ProgramId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * All rewards. Whoever takes pieces holds the reward's row until the commit, after the accounts of
 * members.
 */
@Singleton
public class Rewards {

  private static final String SELECT = "SELECT " + RewardRow.COLUMNS + " FROM reward ";

  private final Jdbi jdbi;

  Rewards(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public Optional<Reward> find(RewardId id) {
    return one("WHERE id = :id", id);
  }

  /** Nobody else changes it, or takes pieces, until the commit. */
  public Optional<Reward> lock(RewardId id) {
    return one("WHERE id = :id FOR NO KEY UPDATE", id);
  }

  /** Of one program or of all, the newest first. */
  public List<Reward> page(@Nullable ProgramId program, @Nullable RewardId after, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + """
                        WHERE (:program::uuid IS NULL OR program_id = :program)
                          AND (:after::uuid IS NULL OR id < :after)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .bind("program", program == null ? null : program.value())
                .bind("after", after == null ? null : after.value())
                .bind("limit", limit)
                .mapTo(RewardRow.class)
                .map(RewardRow::reward)
                .list());
  }

  public void add(Reward reward) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO reward (id, program_id, name, description, points, money,
                                        least_points, stock, limit_pieces, limit_period, valid_from,
                                        valid_until, created_at)
                    VALUES (:id, :program, :name, :description, :points, :money, :leastPoints, :stock,
                            :limitPieces, :limitPeriod, :validFrom, :validUntil, :at)
                    """)
                .bind("id", reward.id().value())
                .bind("program", reward.program().value())
                .bind("name", reward.name())
                .bind("description", reward.description())
                .bind("points", reward.points())
                .bind("money", reward.money() == null ? null : reward.money().amount())
                .bind("leastPoints", reward.money() == null ? null : reward.money().leastPoints())
                .bind("stock", reward.stock())
                .bind("limitPieces", reward.limit() == null ? null : reward.limit().pieces())
                .bind("limitPeriod", reward.limit() == null ? null : reward.limit().period().name())
                .bind("validFrom", reward.validFrom().atOffset(ZoneOffset.UTC))
                .bind(
                    "validUntil",
                    reward.validUntil() == null
                        ? null
                        : reward.validUntil().atOffset(ZoneOffset.UTC))
                .bind("at", reward.createdAt().atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Of one that is locked. */
  public void changeStock(RewardId id, long by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE reward SET stock = stock + :by, version = version + 1 WHERE id = :id")
                .bind("id", id.value())
                .bind("by", by)
                .execute());
  }

  /** Of one that is locked. */
  public void end(RewardId id, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "UPDATE reward SET ended_at = :at, version = version + 1 WHERE id = :id")
                .bind("id", id.value())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** False, and nothing taken, when fewer are left, or it was ended meanwhile. */
  public boolean take(RewardId id, int pieces) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE reward SET taken = taken + :pieces, version = version + 1
                         WHERE id = :id AND ended_at IS NULL
                           AND (stock IS NULL OR taken + :pieces <= stock)
                        """)
                    .bind("id", id.value())
                    .bind("pieces", pieces)
                    .execute())
        == 1;
  }

  /** Others can take them again. */
  public void giveBack(RewardId id, int pieces) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE reward SET taken = taken - :pieces, version = version + 1 WHERE id = :id
                    """)
                .bind("id", id.value())
                .bind("pieces", pieces)
                .execute());
  }

  private Optional<Reward> one(String which, RewardId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + which)
                .bind("id", id.value())
                .mapTo(RewardRow.class)
                .findOne()
                .map(RewardRow::reward));
  }
}
