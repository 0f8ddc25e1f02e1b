package io.github.langgan.loyalty.model.offer;

/** On what an offer is extended. */
public enum Occurrence {
  SEGMENT_ENTERED,
  LIFECYCLE_CHANGED,
  SATISFACTION_RATED,
  /** Somebody offered the proposition to its whole audience. */
  RUN
}
