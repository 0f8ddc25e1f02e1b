package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.simulating.terms.Totals.Difference;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "TermsSimulation",
    description =
        "What other terms would have given for a period's purchases, less what came back.")
record SimulationView(
    @Schema(required = true) UUID simulationId,
    @Schema(required = true) UUID programId,
    @Schema(required = true) int version,
    @Schema(required = true) Instant from,
    @Schema(required = true) Instant to,
    @Schema(description = "Absent while it runs: all below is of the members so far")
        @Nullable Instant finishedAt,
    @Schema(required = true, description = "Members that bought in the period") long members,
    @Schema(required = true) long purchases,
    @Schema(required = true, description = "What the purchases stand for now") PointsView actual,
    @Schema(required = true, description = "What they would stand for") PointsView simulated,
    @Schema(
            required = true,
            description = "More points, and so more to answer for: simulated - actual")
        PointsView difference,
    @Schema(required = true, description = "Members that would have more points") long winners,
    @Schema(required = true, description = "Members that would have fewer") long losers,
    @Schema(required = true, description = "Who would gain most; at most 20")
        List<MemberView> gainingMost,
    @Schema(required = true, description = "Who would lose most; at most 20")
        List<MemberView> losingMost,
    @Schema(required = true, description = "What each rule would give, exactly")
        Map<String, String> byRule) {

  @Schema(name = "SimulatedPoints")
  record PointsView(
      @Schema(required = true) long points,
      @Schema(description = "If all were spent, by the pointCost of the simulated terms")
          @Nullable Money cost) {

    static PointsView of(long points, Program program, Terms terms) {
      @Nullable BigDecimal cost = terms.pointCost();
      return new PointsView(
          points,
          cost == null
              ? null
              : new Money(
                  cost.multiply(BigDecimal.valueOf(points))
                      .setScale(Decimals.MAX_SCALE, RoundingMode.HALF_EVEN),
                  program.currency()));
    }
  }

  @Schema(name = "SimulatedMember")
  record MemberView(
      @Schema(required = true) UUID membershipId,
      @Schema(required = true) long actual,
      @Schema(required = true) long simulated) {

    static MemberView of(Difference one) {
      return new MemberView(one.membershipId(), one.actual(), one.simulated());
    }
  }

  static SimulationView of(Simulation simulation, Program program) {
    Terms terms = program.terms(simulation.version());
    Totals totals = simulation.totals();
    return new SimulationView(
        simulation.id(),
        program.id().value(),
        simulation.version(),
        simulation.from(),
        simulation.to(),
        simulation.finishedAt(),
        totals.members(),
        totals.purchases(),
        PointsView.of(totals.actual(), program, terms),
        PointsView.of(totals.simulated(), program, terms),
        PointsView.of(totals.simulated() - totals.actual(), program, terms),
        totals.winners(),
        totals.losers(),
        totals.most().stream().map(MemberView::of).toList(),
        totals.least().stream().map(MemberView::of).toList(),
        new TreeMap<>(totals.byRule()));
  }
}
