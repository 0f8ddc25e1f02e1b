package io.github.langgan.customer.model.network;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

/** Time-ordered, so that newer parties have greater ids. Never that of a customer. */
public record PartyId(UUID value) {

  public static PartyId next() {
    return new PartyId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
