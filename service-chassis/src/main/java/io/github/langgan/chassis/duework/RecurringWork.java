package io.github.langgan.chassis.duework;

import java.time.Duration;

/** Work that comes again and again: at once after a start of the service, then as each run says. */
public interface RecurringWork {

  /** Another one than that of any {@link DueWorkHandler}. */
  String kind();

  /**
   * Runs in a transaction that also stores what is next, on one replica at a time. When this
   * throws, it is tried again as other due work is.
   *
   * @param payload of the run before, empty at first
   */
  Next run(String payload);

  /** When to run again, and what that run needs to know. */
  record Next(Duration pause, String payload) {

    public static Next after(Duration pause) {
      return new Next(pause, "");
    }

    public static Next atOnce(String payload) {
      return new Next(Duration.ZERO, payload);
    }
  }
}
