package io.github.langgan.loyalty.model.card;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record CardId(UUID value) {

  public static CardId next() {
    return new CardId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
