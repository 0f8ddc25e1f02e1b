package io.github.langgan.loyalty.model;

import java.util.UUID;

public record CompensationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
