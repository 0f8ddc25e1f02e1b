package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.event.PublishedEvent;
import java.util.UUID;

/** Something about one card, in the order of the events of its membership. */
interface CardEvent extends PublishedEvent {

  UUID cardId();

  UUID customerId();

  @Override
  default UUID key() {
    return customerId();
  }

  @Override
  default String subject() {
    return cardId().toString();
  }
}
