package io.github.langgan.loyalty.model.rule;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What rules say a purchase is worth.
 *
 * @param points none or more: the sum of the contributions, rounded once
 * @param failures why rules had no answer, by name; they contribute nothing
 */
public record Rating(long points, List<Contribution> contributions, Map<String, String> failures) {

  public static final Rating NOTHING = new Rating(0, List.of(), Map.of());

  /** What each rule gave, over all lines. */
  public Map<String, BigDecimal> byRule() {
    return contributions.stream()
        .collect(
            groupingBy(
                Contribution::rule,
                reducing(BigDecimal.ZERO, Contribution::points, BigDecimal::add)));
  }
}
