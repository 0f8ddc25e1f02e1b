package io.github.langgan.loyalty.model.pool;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record PoolId(UUID value) {

  public static PoolId next() {
    return new PoolId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
