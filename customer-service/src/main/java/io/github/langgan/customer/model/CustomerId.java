package io.github.langgan.customer.model;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

/** Time-ordered, so that newer customers have greater ids. */
public record CustomerId(UUID value) {

  public static CustomerId next() {
    return new CustomerId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
