package io.github.langgan.customer.upkeep.updating;

/** How far a request is. */
enum UpdateRequestStatus {
  OPEN,
  /** All was right. */
  CONFIRMED,
  CORRECTED,
  /** Nobody answered in time. */
  EXPIRED,
  /** The company took it back. */
  REVOKED
}
