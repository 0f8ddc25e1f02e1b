package io.github.langgan.customer.merging;

import java.util.UUID;

/** What came of the wish to merge two records. */
sealed interface MergeResult {

  record Begun(UUID id) implements MergeResult {}

  /** There is none with the id that the field gives. */
  record UnknownCustomer(String field) implements MergeResult {}

  /** The record was merged into another before. */
  record AlreadyMerged(UUID record, UUID into) implements MergeResult {}

  /** Somebody said that the two, or records merged into them, are of two persons. */
  record NeverMatch(UUID id) implements MergeResult {}

  /** A person and an organisation. */
  record DifferentKinds() implements MergeResult {}
}
