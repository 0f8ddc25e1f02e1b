package io.github.langgan.loyalty.model.tier;

/**
 * How a tier falls.
 *
 * @param graceDays from the end of its validity to the fall
 */
public record Downgrade(int graceDays, Steps steps, Returns returns) {

  public enum Steps {
    /** To the level below, which is then valid for a period. */
    ONE_STEP,
    /** To the level that is earned. */
    TO_QUALIFIED
  }

  /** When a tier falls that was only reached by what came back. */
  public enum Returns {
    AT_ONCE,
    /** After the days of grace. */
    WITH_GRACE
  }
}
