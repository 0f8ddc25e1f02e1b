package io.github.langgan.customer.matching;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.customer.matching.MatchRuns.Run;
import io.github.langgan.customer.model.NeverMatches;
import io.github.langgan.customer.model.comparison.Band;
import io.github.langgan.customer.model.comparison.LearningSample;
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
  private final NeverMatches neverMatches;
  private final Operations operations;

  RunMatching(
      MatchIndex index,
      MatchRuns runs,
      MatchRulesets rulesets,
      MatchPairs pairs,
      NeverMatches neverMatches,
      Operations operations) {
    this.index = index;
    this.runs = runs;
    this.rulesets = rulesets;
    this.pairs = pairs;
    this.neverMatches = neverMatches;
    this.operations = operations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean mayRunHere() {
    return index.isFree();
  }

  @Override
  public void run(List<DueItem> items) {
    List<Run> wanted =
        items.stream()
            .map(item -> runs.find(UUID.fromString(item.subject())))
            .flatMap(Optional::stream)
            .toList();
    try {
      RecordIndex records = index.takeAnew();
      wanted.forEach(run -> run(run, records));
    } catch (MatchIndex.OutOfMemory tooMany) {
      wanted.forEach(run -> operations.fail(run.id(), tooLarge(tooMany)));
    }
  }

  private void run(Run run, RecordIndex records) {
    operations.progress(run.id(), 0, 0, (long) records.numbered());
    MatchRules before = rulesets.inForce();
    Optional<MatchWeights> learnt = run.learn() ? LearningSample.learn(records) : Optional.empty();
    MatchRules rules =
        new MatchRules(before.version() + 1, learnt.orElse(before.weights()), run.thresholds());
    CompareAll.Outcome outcome;
    try {
      outcome =
          CompareAll.under(
              rules,
              records,
              index.mostPairs.getAsLong(),
              done -> operations.progress(run.id(), done, 0, null));
    } catch (MatchIndex.OutOfMemory tooMany) {
      operations.fail(run.id(), tooLarge(tooMany));
      return;
    }
    RunResult result = put(run, before, rules, records.size(), learnt.isPresent(), outcome);
    runs.end(run.id(), result);
    operations.finish(run.id(), URI.create("/v1/matching/runs/" + run.id()));
  }

  private RunResult put(
      Run run,
      MatchRules before,
      MatchRules rules,
      int records,
      boolean learnt,
      CompareAll.Outcome outcome) {
    FoundPairs found = outcome.found().without(neverMatches.ids());
    long same =
        found.pairs().stream()
            .filter(pair -> rules.thresholds().band(pair.probability()) == Band.SAME)
            .count();
    MatchPairs.Change change = pairs.change(found, before, rules);
    if (!run.dryRun()) {
      rulesets.add(rules, run.requestedBy());
      pairs.replaceAll(found);
    }
    return new RunResult(
        records,
        outcome.pairs(),
        same,
        found.pairs().size() - same,
        learnt,
        change.newlySame(),
        change.noLongerSame(),
        run.dryRun() ? null : rules.version());
  }

  private static Problem tooLarge(MatchIndex.OutOfMemory tooMany) {
    return Problem.of(TOO_LARGE, tooMany.getMessage());
  }
}
