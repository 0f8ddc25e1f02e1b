package io.github.langgan.customer.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was sent, or tried to be.
 *
 * @param claim under which its lane was taken
 * @param retryAt null when it arrived, or is given up
 */
record Attempt(
    Message message,
    UUID claim,
    Instant at,
    Duration took,
    Answer answer,
    @Nullable Instant retryAt) {

  static Attempt of(Message message, UUID claim, Instant at, Duration took, Answer answer) {
    @Nullable Instant next =
        answer.arrived()
            ? null
            : RetrySchedule.waitAfter(message.attempts() + 1, answer.retryAfter())
                .map(at.plus(took)::plus)
                .filter(one -> one.isBefore(message.wantedAt().plus(RetrySchedule.LONGEST)))
                .orElse(null);
    return new Attempt(message, claim, at, took, answer, next);
  }

  Lane lane() {
    return message.lane(claim);
  }

  String state() {
    return answer.arrived() ? "DELIVERED" : retryAt == null ? "DEAD" : "WAITING";
  }

  /** When the lane goes on: with the next attempt, or with the next message. */
  Instant laneDueAt() {
    return retryAt == null ? at : retryAt;
  }
}
