package io.github.langgan.loyalty.model;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record RedemptionId(UUID value) {

  public static RedemptionId next() {
    return new RedemptionId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
