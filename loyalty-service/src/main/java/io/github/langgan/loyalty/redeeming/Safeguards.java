package io.github.langgan.loyalty.redeeming;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.reward.Limit;
import io.github.langgan.loyalty.model.reward.Taken;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.PointsLimit;
import io.github.langgan.loyalty.redeeming.policy.RedemptionPolicy;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What protects members and the program from redemptions; each throws a {@link Problem}. */
@Singleton
class Safeguards {

  private final Redemptions redemptions;
  private final Programs programs;

  Safeguards(Redemptions redemptions, Programs programs) {
    this.programs = programs;
    this.redemptions = redemptions;
  }

  /** Under the lock of the holder's account: nobody else adds to what was spent. */
  void checkLimits(Membership holder, RedemptionPolicy policy, Bill bill, Instant now) {
    @Nullable PointsLimit points = policy.limit();
    if (points != null) {
      long spent = redemptions.pointsSince(holder, start(holder, points.period(), now), now);
      check("points", points.points() - spent, bill.points(), points.period());
    }
    @Nullable Limit pieces = bill.limit();
    @Nullable Taken taken = bill.taken();
    if (pieces != null && taken != null) {
      Instant start = start(holder, pieces.period(), now);
      long had = redemptions.piecesSince(holder, taken.id(), start, now);
      check("pieces", pieces.pieces() - had, taken.pieces(), pieces.period());
    }
  }

  private Instant start(Membership holder, CapPeriod period, Instant now) {
    ProgramId program = holder.program();
    ZoneId zone = programs.withIds(List.of(program)).get(program).zone();
    return period.beginningFor(now, zone);
  }

  private static void check(String of, long left, long wanted, CapPeriod period) {
    if (wanted > left) {
      throw RedemptionProblems.limit(of, Math.max(0, left), period);
    }
  }
}
