package io.github.langgan.customer.matching;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.customer.model.PendingMatches;
import io.github.langgan.customer.model.comparison.RecordIndex;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Compares customers that were registered or corrected with all those that share a key. One after
 * the other, so that of two that are registered at the same time the later one sees the former; the
 * same again changes nothing.
 */
@Singleton
public class FindMatches implements DueWorkHandler {

  private final MatchIndex index;
  private final RecordReader reader;
  private final MatchRulesets rulesets;
  private final MatchPairs pairs;

  FindMatches(MatchIndex index, RecordReader reader, MatchRulesets rulesets, MatchPairs pairs) {
    this.index = index;
    this.reader = reader;
    this.rulesets = rulesets;
    this.pairs = pairs;
  }

  @Override
  public String kind() {
    return PendingMatches.KIND;
  }

  @Override
  public boolean mayRunHere() {
    return index.isFree();
  }

  @Override
  public void run(List<DueItem> items) {
    RecordIndex records = index.take();
    Set<UUID> changed =
        items.stream().map(item -> UUID.fromString(item.subject())).collect(Collectors.toSet());
    Set<Integer> there = new TreeSet<>();
    Set<UUID> gone = new HashSet<>(changed);
    reader.read(
        changed,
        records.vocabulary(),
        (id, features) -> {
          there.add(records.put(id, features));
          gone.remove(id);
        });
    gone.forEach(records::remove);
    pairs.replace(changed, found(records, there, rulesets.inForce()));
  }

  private static FoundPairs found(RecordIndex records, Set<Integer> changed, MatchRules rules) {
    FoundPairs found = new FoundPairs();
    JudgePairs judge = new JudgePairs(rules, records);
    for (int one : changed) {
      for (int other : records.candidates(one)) {
        if (other > one || !changed.contains(other)) {
          judge.judge(one, other, found);
        }
      }
    }
    return found;
  }
}
