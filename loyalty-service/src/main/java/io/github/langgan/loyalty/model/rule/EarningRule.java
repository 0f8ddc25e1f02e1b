package io.github.langgan.loyalty.model.rule;

/**
 * One version of a program's rule.
 *
 * @param expression CEL over {@code transaction}, and {@code line} when it is evaluated per line;
 *     yields a number of points
 */
public record EarningRule(int version, Per per, String expression) {

  public enum Per {
    /** Evaluated once. */
    TRANSACTION,
    /** Evaluated for each line, and summed. */
    LINE
  }
}
