package io.github.langgan.loyalty.model;

/**
 * Points of a membership.
 *
 * @param active can be spent
 * @param pending earned, not yet to be spent
 */
public record Balance(long active, long pending) {

  public static Balance of(long active) {
    return new Balance(active, 0);
  }
}
