package io.github.langgan.loyalty.redeeming.policy;

import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The policy of each program. */
@Singleton
public class RedemptionPolicies {

  private final Jdbi jdbi;

  RedemptionPolicies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  record Row(
      @Nullable Long limitPoints,
      @Nullable CapPeriod limitPeriod,
      @Nullable Long pinAbove,
      @Nullable Long confirmationAbove,
      long version) {

    RedemptionPolicy policy() {
      return new RedemptionPolicy(
          limitPoints == null || limitPeriod == null
              ? null
              : new PointsLimit(limitPoints, limitPeriod),
          pinAbove,
          confirmationAbove,
          version);
    }
  }

  public RedemptionPolicy of(ProgramId program) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT limit_points, limit_period, pin_above, confirmation_above, version
                      FROM redemption_policy WHERE program_id = :program
                    """)
                .bind("program", program.value())
                .mapTo(Row.class)
                .findOne()
                .map(Row::policy)
                .orElse(RedemptionPolicy.NONE));
  }

  /** In place of the one before; of a program that is locked. */
  void put(ProgramId program, RedemptionPolicy policy) {
    @Nullable PointsLimit limit = policy.limit();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO redemption_policy (program_id, limit_points, limit_period, pin_above,
                                                   confirmation_above, version)
                    VALUES (:program, :points, :period, :pin, :confirmation, :version)
                    ON CONFLICT (program_id) DO UPDATE
                       SET limit_points = excluded.limit_points,
                           limit_period = excluded.limit_period,
                           pin_above = excluded.pin_above,
                           confirmation_above = excluded.confirmation_above,
                           version = excluded.version
                    """)
                .bind("program", program.value())
                .bind("points", limit == null ? null : limit.points())
                .bind("period", limit == null ? null : limit.period().name())
                .bind("pin", policy.pinAbove())
                .bind("confirmation", policy.confirmationAbove())
                .bind("version", policy.version())
                .execute());
  }
}
