package io.github.langgan.loyalty.model.pin;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.pin.Pins.Pin;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Tries a PIN, and counts it when it is wrong, also when the caller's transaction is undone for it.
 */
@Singleton
class TryPin {

  static final int TRIES = 5;
  static final Duration LOCK = Duration.ofMinutes(15);

  /**
   * Each needs a second connection while the caller holds one: were it all of them, they would wait
   * for each other.
   */
  private final Semaphore atOnce = new Semaphore(4);

  private final Pins pins;
  private final Clock clock;

  TryPin(Pins pins, Clock clock) {
    this.pins = pins;
    this.clock = clock;
  }

  /** 429 when others are at it. */
  PinTry tryPin(MembershipId membership, String digits) {
    if (!atOnce.tryAcquire()) {
      throw Problem.of(Problems.RATE_LIMITED).retryAfter(Duration.ofSeconds(1));
    }
    try {
      return QuarkusTransaction.requiringNew().call(() -> counted(membership, digits));
    } finally {
      atOnce.release();
    }
  }

  private PinTry counted(MembershipId membership, String digits) {
    Instant now = clock.instant();
    Optional<Pin> set = pins.lock(membership);
    if (set.isEmpty()) {
      return new PinTry.NotSet();
    }
    Pin pin = set.get();
    if (pin.isLockedAt(now)) {
      return new PinTry.Locked(pin.lockedUntil());
    }
    if (pins.is(pin, digits)) {
      if (pin.wrongTries() > 0) {
        pins.count(pin, 0, null);
      }
      return new PinTry.Right();
    }
    int wrong = pin.wrongTries() + 1;
    boolean last = wrong % TRIES == 0;
    pins.count(pin, wrong, last ? now.plus(LOCK) : null);
    return new PinTry.Wrong(last ? 0 : TRIES - wrong % TRIES);
  }
}
