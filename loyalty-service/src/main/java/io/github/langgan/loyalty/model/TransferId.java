package io.github.langgan.loyalty.model;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record TransferId(UUID value) {

  public static TransferId next() {
    return new TransferId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
