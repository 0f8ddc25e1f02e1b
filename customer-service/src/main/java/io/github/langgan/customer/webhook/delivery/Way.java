package io.github.langgan.customer.webhook.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way from this process to one receiver: so many messages at once, while a few more that are
 * claimed wait for a place, so that no place stands empty while answers are noted. How many wait
 * grows with each that arrives, and is none again when one waits for too long: a slow receiver has
 * no more than are sent. It is kept as long as something is claimed for it.
 */
final class Way {

  private static final int MOST_AHEAD = 16;

  private final int atOnce;
  private final Duration patience;
  private final Semaphore places;
  private final Semaphore allPlaces;
  private final AtomicInteger failures = new AtomicInteger();
  private int window;
  private int claimed;

  /**
   * @param atOnce to this receiver
   * @param allPlaces of all receivers together
   * @param patience how long a message waits for a place
   */
  Way(int atOnce, Semaphore allPlaces, Duration patience) {
    this.patience = patience;
    this.atOnce = atOnce;
    this.places = new Semaphore(atOnce, true);
    this.allPlaces = allPlaces;
    this.window = atOnce;
  }

  /** Waits for a place; false when there is none in time, or the receiver only fails. */
  boolean enter() throws InterruptedException {
    if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return false;
    }
    if (isOpen() && allPlaces.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    places.release();
    return false;
  }

  void leave(Answer answer) {
    if (answer.arrived()) {
      failures.set(0);
    } else if (answer.isGone()) {
      failures.set(ClaimMessages.CIRCUIT);
    } else {
      failures.incrementAndGet();
    }
    allPlaces.release();
    places.release();
  }

  private boolean isOpen() {
    return failures.get() < ClaimMessages.CIRCUIT;
  }

  // the rest is called by the thread that claims

  int claimed() {
    return claimed;
  }

  /** How many more may be claimed. */
  int room() {
    return isOpen() ? Math.max(0, window - claimed) : 0;
  }

  void claim() {
    claimed++;
  }

  /** True when nothing is claimed any more. */
  boolean noted(boolean arrived) {
    if (arrived) {
      window = Math.min(window + 1, MOST_AHEAD * atOnce);
    }
    return --claimed == 0;
  }

  /** As noted, for what was not sent. */
  boolean gaveBack() {
    window = atOnce;
    return --claimed == 0;
  }
}
