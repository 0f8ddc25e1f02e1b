package io.github.langgan.loyalty.model.offer;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record OfferId(UUID value) {

  public static OfferId next() {
    return new OfferId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
