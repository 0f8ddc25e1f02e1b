package io.github.langgan.complaint.model;

/**
 * A case goes through these in order; it may be resolved without having been acknowledged. With the
 * erasure of its customer it is closed, wherever it is.
 */
public enum CaseStatus {
  OPEN,
  ACKNOWLEDGED,
  RESOLVED,
  CLOSED
}
