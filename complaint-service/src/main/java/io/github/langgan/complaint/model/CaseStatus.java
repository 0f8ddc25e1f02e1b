package io.github.langgan.complaint.model;

/** A case goes through these in order; it may be resolved without having been acknowledged. */
public enum CaseStatus {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED,
  CLOSED
}
