package io.github.langgan.loyalty.model.rule;

import io.github.langgan.loyalty.model.transaction.Purchase;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The rules of a program's terms, ready to rate. Safe for use by several threads. */
public final class CompiledRules {

  private final RuleSet set;
  private final List<RuleGroup> groups;
  private final ZoneId zone;
  private final Set<String> mentioned;
  private final List<EarningRule> capped;

  /**
   * @param groups in the order in which they apply
   * @param mentioned the variables that the rules mention
   */
  CompiledRules(RuleSet set, List<RuleGroup> groups, ZoneId zone, Set<String> mentioned) {
    this.set = set;
    this.groups = groups;
    this.zone = zone;
    this.mentioned = mentioned;
    this.capped = set.rules().stream().filter(rule -> rule.cap() != null).toList();
  }

  /** Whether what they say depends on {@link Facts}. */
  public boolean askOfMember() {
    return mentioned.contains(RuleVariables.MEMBER);
  }

  /** Those with a cap. */
  public List<EarningRule> capped() {
    return capped;
  }

  public Rating rate(Purchase purchase, Circumstances circumstances, RoundingMode rounding) {
    return set.counted(purchase)
        .map(counted -> rateCounted(counted, circumstances, rounding))
        .orElse(Rating.NOTHING);
  }

  private Rating rateCounted(
      Purchase purchase, Circumstances circumstances, RoundingMode rounding) {
    RatingRun run = new RatingRun(purchase, circumstances, zone, mentioned);
    for (RuleGroup group : groups) {
      run.apply(group);
    }
    return run.rating(rounding);
  }
}
