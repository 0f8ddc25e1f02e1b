package io.github.langgan.chassis.outbox;

/**
 * An event over the broker's limit would block its key for ever, so it is refused at the commit.
 */
public class EventTooLarge extends RuntimeException {

  EventTooLarge(String type, int bytes) {
    super("event %s has %,d bytes, the limit is %,d".formatted(type, bytes, WriteEvents.MAX_BYTES));
  }
}
