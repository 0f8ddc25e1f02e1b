package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.load.reconciling.Outcome;
import java.time.Duration;
import java.util.List;

/** What came of one request. */
sealed interface Attempt {

  /** An outcome for each item, in their order. */
  record Answered(List<Outcome> outcomes) implements Attempt {}

  /** Nothing is known of what became of it, or it was put off: send it again. */
  record Lost(String reason, Duration notBefore) implements Attempt {}

  /** The token isn't good, or not any more. */
  record Unauthorized(String token, String reason) implements Attempt {}

  /** Nothing of it was taken, and something in it is the reason. */
  record Refused(String reason) implements Attempt {}

  /** Nothing will be taken, whatever is sent. */
  record Forbidden(String reason) implements Attempt {}
}
