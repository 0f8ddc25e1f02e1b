package io.github.langgan.loyalty.model.offer;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record PropositionId(UUID value) {

  public static PropositionId next() {
    return new PropositionId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
