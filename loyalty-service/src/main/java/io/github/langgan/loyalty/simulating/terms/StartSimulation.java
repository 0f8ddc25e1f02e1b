package io.github.langgan.loyalty.simulating.terms;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Notes what is to be simulated; {@link RunSimulation} does it. */
@Singleton
class StartSimulation {

  private final Programs programs;
  private final Simulations simulations;
  private final Operations operations;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  StartSimulation(
      Programs programs,
      Simulations simulations,
      Operations operations,
      DueWork dueWork,
      Audit audit,
      Clock clock) {
    this.programs = programs;
    this.simulations = simulations;
    this.operations = operations;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  /** Answers the operation's id, which is the simulation's. Throws a {@link Problem}. */
  @Transactional
  public UUID start(ProgramId id, SimulateTermsRequest request) {
    Program program = programs.find(id).orElseThrow(Problem::notFound);
    if (request.version() > program.terms().size()) {
      throw Problem.invalid("/version", "unknown", "the program has no such version");
    }
    if (!request.to().isAfter(request.from())) {
      throw Problem.invalid("/to", "period", "must be after from");
    }
    UUID simulation = operations.start(RunSimulation.KIND);
    simulations.add(simulation, id, request);
    dueWork.schedule(RunSimulation.KIND, simulation.toString(), clock.instant(), "");
    audit.record("terms.simulated", "program", id, "", Map.of("version", request.version()));
    return simulation;
  }
}
