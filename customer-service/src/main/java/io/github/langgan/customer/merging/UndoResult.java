package io.github.langgan.customer.merging;

import java.util.UUID;

/** What came of the wish to undo a merge. */
sealed interface UndoResult {

  record Begun(UUID mergeId) implements UndoResult {}

  record UnknownMerge() implements UndoResult {}

  record AlreadyUndone() implements UndoResult {}

  /** A later merge has to be undone first. */
  record BuiltUpon(UUID later) implements UndoResult {}

  /** One of the two is no more. */
  record CustomerErased() implements UndoResult {}
}
