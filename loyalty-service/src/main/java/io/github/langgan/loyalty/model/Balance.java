package io.github.langgan.loyalty.model;

/**
 * Points of a membership.
 *
 * @param active can be spent; negative, where the program's policy says so: more is owed
 * @param pending earned, not yet to be spent
 * @param debt that later points pay
 */
public record Balance(long active, long pending, long debt) {

  public static final Balance NONE = new Balance(0, 0, 0);

  public Balance minus(Balance other) {
    return new Balance(active - other.active, pending - other.pending, debt - other.debt);
  }

  public Balance plus(Balance other) {
    return new Balance(active + other.active, pending + other.pending, debt + other.debt);
  }
}
