package io.github.langgan.customer.contract;

import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.customer.model.Customer;
import java.time.Instant;
import java.util.UUID;

/** A customer became known to us. The first event of its key. */
public record CustomerRegisteredV1(
    UUID customerId, String kind, Instant registeredAt, PersonV1 person, SourceV1 source)
    implements PersonalEvent {

  public static CustomerRegisteredV1 of(Customer customer) {
    return new CustomerRegisteredV1(
        customer.id().value(),
        customer.particulars().kind().name(),
        customer.registeredAt(),
        PersonV1.of(customer.particulars()),
        SourceV1.of(customer.source()));
  }

  @Override
  public String type() {
    return "customer.registered";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public UUID dataSubject() {
    return customerId;
  }
}
