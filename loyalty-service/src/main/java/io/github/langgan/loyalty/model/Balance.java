package io.github.langgan.loyalty.model;

/**
 * Points of a membership.
 *
 * @param active can be spent
 * @param pending earned, not yet to be spent
 */
public record Balance(long active, long pending) {

  public static final Balance NONE = new Balance(0, 0);

  public Balance minus(Balance other) {
    return new Balance(active - other.active, pending - other.pending);
  }

  public Balance plus(Balance other) {
    return new Balance(active + other.active, pending + other.pending);
  }
}
