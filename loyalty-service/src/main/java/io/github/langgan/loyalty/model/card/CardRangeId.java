package io.github.langgan.loyalty.model.card;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record CardRangeId(UUID value) {

  public static CardRangeId next() {
    return new CardRangeId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
