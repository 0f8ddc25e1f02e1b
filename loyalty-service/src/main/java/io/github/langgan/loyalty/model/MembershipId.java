package io.github.langgan.loyalty.model;

import io.github.langgan.chassis.id.UuidV7;
import java.util.UUID;

public record MembershipId(UUID value) {

  public static MembershipId next() {
    return new MembershipId(UuidV7.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
