package io.github.langgan.loyalty.model.rule;

import org.jspecify.annotations.Nullable;

/**
 * One rule of a program's terms.
 *
 * @param name among the rules of its program, over all versions: caps count by it
 * @param when CEL that yields whether the rule applies; null: always
 * @param expression CEL that yields points, or the factor
 * @param priority rules of a higher one come first, equal ones in the order of their list
 * @param group of the rules of a group that apply, only the one that gives most counts
 * @param last where it gave points, no later rule applies
 */
public record EarningRule(
    String name,
    Per per,
    @Nullable String when,
    Effect effect,
    String expression,
    int priority,
    @Nullable String group,
    boolean last,
    @Nullable Cap cap) {

  public enum Per {
    /** Evaluated once. */
    TRANSACTION,
    /** Evaluated for each line. */
    LINE
  }

  public enum Effect {
    /** Gives so many points. */
    POINTS,
    /** Gives so many times what rules before it gave the same line, or the whole transaction. */
    FACTOR
  }

  /** A rule that always applies, the only one of its terms. */
  public static EarningRule only(Per per, String expression) {
    return new EarningRule("points", per, null, Effect.POINTS, expression, 0, null, false, null);
  }
}
