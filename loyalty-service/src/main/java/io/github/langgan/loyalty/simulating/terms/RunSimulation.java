package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.ledger.MemberHistories;
import io.github.langgan.loyalty.model.ledger.MemberHistory;
import io.github.langgan.loyalty.model.tier.MemberTier;
import io.github.langgan.loyalty.model.tier.Tiers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Some members at a time, each portion in a transaction of its own: goes on where it was. */
@Singleton
class RunSimulation implements DueWorkHandler {

  static final String KIND = "simulate-terms";

  private static final int MEMBERS = 500;

  private final Simulations simulations;
  private final Programs programs;
  private final MemberHistories histories;
  private final RateHistory rateHistory;
  private final Operations operations;
  private final DueWork dueWork;
  private final Tiers tiers;
  private final Clock clock;

  RunSimulation(
      Simulations simulations,
      Programs programs,
      MemberHistories histories,
      RateHistory rateHistory,
      Operations operations,
      DueWork dueWork,
      Tiers tiers,
      Clock clock) {
    this.tiers = tiers;
    this.simulations = simulations;
    this.programs = programs;
    this.histories = histories;
    this.rateHistory = rateHistory;
    this.operations = operations;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(
        item -> simulations.find(UUID.fromString(item.subject())).ifPresent(this::someMembers));
  }

  private void someMembers(Simulation simulation) {
    Program program = programs.find(simulation.program()).orElseThrow();
    Terms terms = program.terms(simulation.version());
    List<MemberHistory> page =
        histories.page(
            program.id(), simulation.last(), MEMBERS, simulation.from(), simulation.to());
    Map<MembershipId, MemberTier> held =
        tiers.of(page.stream().map(MemberHistory::membership).toList());
    Totals totals =
        simulation
            .totals()
            .plus(
                page.stream()
                    .map(
                        one ->
                            rateHistory.rate(one, held.get(one.membership().id()), program, terms))
                    .toList());
    boolean more = page.size() == MEMBERS;
    simulations.update(simulation.id(), more ? page.getLast().membership().id() : null, totals);
    if (more) {
      dueWork.schedule(
          KIND, simulation.id().toString(), clock.instant().plus(Duration.ofMillis(1)), "");
    } else {
      operations.finish(simulation.id(), URI.create("/v1/loyalty/simulations/" + simulation.id()));
    }
  }
}
