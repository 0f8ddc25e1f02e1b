package io.github.langgan.customer.matching;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.customer.model.comparison.Thresholds;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Leaves word that all customers are to be compared anew. */
@Singleton
class StartMatching {

  private final Operations operations;
  private final MatchRuns runs;
  private final MatchRulesets rulesets;
  private final DueWork dueWork;
  private final Audit audit;
  private final Clock clock;

  StartMatching(
      Operations operations,
      MatchRuns runs,
      MatchRulesets rulesets,
      DueWork dueWork,
      Audit audit,
      Clock clock) {
    this.operations = operations;
    this.runs = runs;
    this.rulesets = rulesets;
    this.dueWork = dueWork;
    this.audit = audit;
    this.clock = clock;
  }

  /** The run's id is the operation's. */
  @Transactional
  UUID start(RunRequest request, boolean dryRun, String by) {
    Thresholds thresholds = request.thresholds(rulesets.inForce().thresholds());
    UUID id = operations.start(RunMatching.KIND);
    runs.add(id, request.learns(), thresholds, dryRun, by);
    dueWork.schedule(RunMatching.KIND, id.toString(), clock.instant(), "");
    audit.record("matching.started", "matching-run", id, "", Map.of("dryRun", dryRun));
    return id;
  }
}
