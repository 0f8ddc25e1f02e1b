package io.github.langgan.loyalty.model.pin;

import java.time.Instant;

/** What came of a PIN that somebody gave. */
sealed interface PinTry {

  record Right() implements PinTry {}

  /**
   * @param left how many tries there are before it is locked; 0: it is now
   */
  record Wrong(int left) implements PinTry {}

  record Locked(Instant until) implements PinTry {}

  record NotSet() implements PinTry {}
}
