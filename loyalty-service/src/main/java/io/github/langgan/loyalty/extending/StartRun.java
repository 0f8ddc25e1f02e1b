package io.github.langgan.loyalty.extending;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.Propositions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Notes that a proposition is to be offered to its whole audience; {@link RunOffers} does it. */
@Singleton
class StartRun {

  static final ProblemType NOT_ACTIVE = ProblemType.of("proposition-not-active");

  private final Propositions propositions;
  private final OfferRuns runs;
  private final Operations operations;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  StartRun(
      Propositions propositions,
      OfferRuns runs,
      Operations operations,
      DueWork dueWork,
      Audit audit,
      Clock clock) {
    this.propositions = propositions;
    this.runs = runs;
    this.operations = operations;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  /** Answers the operation's id. Throws a {@link Problem}. */
  @Transactional
  UUID start(PropositionId id) {
    Proposition proposition = propositions.find(id).orElseThrow(Problem::notFound);
    if (!proposition.isOpenAt(clock.instant())) {
      throw Problem.of(NOT_ACTIVE).with("state", proposition.state().name());
    }
    UUID run = operations.start(RunOffers.KIND);
    runs.add(run, id);
    dueWork.schedule(RunOffers.KIND, run.toString(), clock.instant(), "");
    audit.record("proposition.run", "proposition", id, "", Map.of());
    return run;
  }
}
