package io.github.langgan.chassis.event;

import java.util.Optional;
import java.util.UUID;

/**
 * A place in the stream of one key: {@code crm.customer/<key>/<sequence>}. A write answers it in
 * {@code Langgan-Position}; a read that names it waits until its views include that event.
 */
public record Position(String topic, UUID key, long sequence) {

  /** Empty when the text is no position. */
  public static Optional<Position> parse(String text) {
    String[] parts = text.strip().split("/", -1);
    if (parts.length != 3 || parts[0].isEmpty()) {
      return Optional.empty();
    }
    try {
      long sequence = Long.parseLong(parts[2]);
      return sequence < 1
          ? Optional.empty()
          : Optional.of(new Position(parts[0], UUID.fromString(parts[1]), sequence));
    } catch (IllegalArgumentException notAPosition) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return topic + "/" + key + "/" + sequence;
  }
}
