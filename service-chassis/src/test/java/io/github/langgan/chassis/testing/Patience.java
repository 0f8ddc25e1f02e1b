package io.github.langgan.chassis.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/**
 * How long {@code await()} waits in every {@code @QuarkusTest}: what comes soon is seen soon, and
 * what a slow machine does late is still awaited. Only a test that fails waits that long.
 */
public final class Patience implements QuarkusTestBeforeClassCallback {

  public static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration FIRST_LOOK = Duration.ofMillis(10);
  private static final long LONGEST_PAUSE_MILLIS = 100;

  @Override
  public void beforeClass(Class<?> test) {
    Awaitility.setDefaultTimeout(LONGEST);
    Awaitility.setDefaultPollInterval(
        IterativePollInterval.iterative(
            pause -> Duration.ofMillis(Math.min(2 * pause.toMillis(), LONGEST_PAUSE_MILLIS)),
            FIRST_LOOK));
  }
}
