package io.github.langgan.loyalty.model.reward;

import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record RewardRow(
    UUID id,
    UUID programId,
    String name,
    @Nullable String description,
    long points,
    @Nullable BigDecimal money,
    @Nullable Long leastPoints,
    @Nullable Long stock,
    long taken,
    @Nullable Integer limitPieces,
    @Nullable CapPeriod limitPeriod,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant endedAt,
    Instant createdAt,
    long version) {

  static final String COLUMNS =
      "id, program_id, name, description, points, money, least_points, stock, taken, limit_pieces,"
          + " limit_period, valid_from, valid_until, ended_at, created_at, version";

  Reward reward() {
    return new Reward(
        new RewardId(id),
        new ProgramId(programId),
        name,
        description,
        points,
        money == null || leastPoints == null ? null : new MoneyPrice(money, leastPoints),
        stock,
        taken,
        limitPieces == null || limitPeriod == null ? null : new Limit(limitPieces, limitPeriod),
        validFrom,
        validUntil,
        endedAt,
        createdAt,
        version);
  }
}
