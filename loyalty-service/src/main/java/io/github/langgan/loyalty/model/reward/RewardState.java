package io.github.langgan.loyalty.model.reward;

public enum RewardState {
  /** Can't be had yet. */
  PLANNED,
  ACTIVE,
  /** Its time is over, or somebody ended it. */
  ENDED
}
