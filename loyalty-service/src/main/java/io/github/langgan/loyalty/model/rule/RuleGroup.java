package io.github.langgan.loyalty.model.rule;

import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules of which only the best counts, or a rule that stands alone. */
record RuleGroup(Per per, List<CompiledRule> rules) {

  /** In the order in which they apply; a group stands where its first rule does. */
  static List<RuleGroup> of(List<CompiledRule> rules) {
    Map<Object, List<CompiledRule>> groups = new LinkedHashMap<>();
    rules.stream()
        .sorted(Comparator.comparingInt((CompiledRule one) -> one.rule().priority()).reversed())
        .forEach(
            one -> {
              Object key = one.rule().group() == null ? one : one.rule().group();
              groups.computeIfAbsent(key, group -> new ArrayList<>()).add(one);
            });
    return groups.values().stream()
        .map(group -> new RuleGroup(group.getFirst().rule().per(), List.copyOf(group)))
        .toList();
  }
}
