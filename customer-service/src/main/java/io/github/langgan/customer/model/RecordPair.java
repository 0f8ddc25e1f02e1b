package io.github.langgan.customer.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/**
 * Two records, in either order the same pair.
 *
 * @param one the lower id, as the database orders them
 */
public record RecordPair(UUID one, UUID other) {

  public static RecordPair of(UUID some, UUID other) {
    return isLower(some, other) ? new RecordPair(some, other) : new RecordPair(other, some);
  }

  /** The same for the same two, at every time. */
  public UUID id() {
    return UUID.nameUUIDFromBytes((one + "/" + other).getBytes(UTF_8));
  }

  private static boolean isLower(UUID one, UUID other) {
    int first = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return first != 0
        ? first < 0
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
  }
}
