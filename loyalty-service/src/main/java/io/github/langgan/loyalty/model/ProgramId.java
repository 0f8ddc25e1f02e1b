package io.github.langgan.loyalty.model;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record ProgramId(UUID value) {

  public static ProgramId next() {
    return new ProgramId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
