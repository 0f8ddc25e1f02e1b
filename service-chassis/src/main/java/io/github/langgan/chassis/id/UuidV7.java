package io.github.langgan.chassis.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562): they sort by creation time, also within one millisecond. */
public final class UuidV7 {

  private UuidV7() {}

  public static UUID next() {
    return UuidCreator.getTimeOrderedEpochPlus1();
  }
}
