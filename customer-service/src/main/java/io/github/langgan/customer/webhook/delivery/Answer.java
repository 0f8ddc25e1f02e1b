package io.github.langgan.customer.webhook.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param status of HTTP; null without an answer
 * @param failure null when it arrived
 * @param retryAfter what the receiver asked for
 */
record Answer(@Nullable Integer status, @Nullable Failure failure, @Nullable Duration retryAfter) {

  private static final int GONE = 410;

  static Answer of(int status, @Nullable Duration retryAfter) {
    boolean arrived = status >= 200 && status < 300;
    return new Answer(status, arrived ? null : Failure.STATUS, arrived ? null : retryAfter);
  }

  static Answer failed(Failure failure) {
    return new Answer(null, failure, null);
  }

  boolean arrived() {
    return failure == null;
  }

  boolean isGone() {
    return status != null && status == GONE;
  }
}
