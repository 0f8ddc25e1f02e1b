package io.github.langgan.customer.matching;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.matching.MatchRuns.Run;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.MatchWeights;
import io.github.langgan.customer.model.comparison.RecordIndex;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Learns the weights from all customers and judges all pairs anew, or only tells what would come of
 * it. What is registered meanwhile waits, and is compared by the new rules then.
 */
@Singleton
class RunMatching implements DueWorkHandler {

  static final String KIND = "matching-run";

  private static final ProblemType TOO_LARGE = ProblemType.of("matching-too-large");

  private final MatchIndex index;
  private final MatchRuns runs;
  private final MatchRulesets rulesets;
  private final MatchPairs pairs;
  private final Operations operations;

  RunMatching(
      MatchIndex index,
      MatchRuns runs,
      MatchRulesets rulesets,
      MatchPairs pairs,
      Operations operations) {
    this.index = index;
    this.runs = runs;
    this.rulesets = rulesets;
    this.pairs = pairs;
    this.operations = operations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean mayRunHere() {
    return index.isOurs();
  }

  @Override
  public void run(List<DueItem> items) {
    for (DueItem item : items) {
      UUID id = UUID.fromString(item.subject());
      runs.find(id).ifPresent(this::run);
    }
  }

  private void run(Run run) {
    MatchRules before = rulesets.inForce();
    RecordIndex records;
    try {
      records = index.takeAnew();
    } catch (MatchIndex.OutOfMemory tooMany) {
      operations.fail(run.id(), Problem.of(TOO_LARGE, tooMany.getMessage()));
      return;
    }
    operations.progress(run.id(), 0, 0, (long) records.numbered());
    Optional<MatchWeights> learnt = run.learn() ? LearningSample.learn(records) : Optional.empty();
    MatchRules rules =
        new MatchRules(before.version() + 1, learnt.orElse(before.weights()), run.thresholds());
    CompareAll.Outcome outcome =
        CompareAll.under(rules, records, done -> operations.progress(run.id(), done, 0, null));
    long same =
        outcome.found().pairs().stream()
            .filter(pair -> rules.thresholds().band(pair.probability()) == Band.SAME)
            .count();
    MatchPairs.Change change = pairs.change(outcome.found(), before, rules);
    if (!run.dryRun()) {
      rulesets.add(rules, run.requestedBy());
      pairs.replaceAll(outcome.found());
    }
    runs.end(
        run.id(),
        new RunResult(
            records.size(),
            outcome.pairs(),
            same,
            outcome.found().pairs().size() - same,
            learnt.isPresent(),
            change.newlySame(),
            change.noLongerSame(),
            run.dryRun() ? null : rules.version()));
    operations.finish(run.id(), URI.create("/v1/matching/runs/" + run.id()));
  }
}
