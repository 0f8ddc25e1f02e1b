package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.util.UUID;

/** Something about one membership, in the order of its customer's events. */
interface MembershipEvent extends PublishedEvent {

  UUID membershipId();

  UUID customerId();

  @Override
  default UUID key() {
    return customerId();
  }

  @Override
  default String subject() {
    return membershipId().toString();
  }
}
