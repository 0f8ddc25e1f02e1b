package io.github.langgan.loyalty.model.reward;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record RewardId(UUID value) {

  public static RewardId next() {
    return new RewardId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
