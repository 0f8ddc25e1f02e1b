package io.github.langgan.chassis.ratelimit;

/** What one client may: on average, and at once after a pause. */
public interface RateLimit {

  long perSecond();

  long burst();
}
