package io.github.langgan.profile.recording;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.returns.ReturnMatch;
import java.util.UUID;

/** What became of one reported transaction. */
public sealed interface Recording {

  record Recorded(Transaction transaction, Position position) implements Recording {}

  /** The same was recorded before. */
  record Duplicate(UUID transactionId) implements Recording {}

  /** The number stands for another transaction already. */
  record Conflict(String externalId) implements Recording {}

  /** A return that is more than its purchase. */
  record ReturnRefused(ReturnMatch reason) implements Recording {}

  /** More text than fits into one event. */
  record TooLarge() implements Recording {}
}
