package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Singleton
class CustomerListener implements TopicListener {

  private final Customers customers;

  CustomerListener(Customers customers) {
    this.customers = customers;
  }

  record CustomerRegistered(UUID customerId, Instant registeredAt) {
    CustomerRegistered {
      requireNonNull(customerId);
      requireNonNull(registeredAt);
    }
  }

  @Override
  public String topic() {
    return "crm.customer";
  }

  @Override
  public Set<String> types() {
    return Set.of("customer.registered");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    customers.register(
        events.stream()
            .map(event -> event.as(CustomerRegistered.class))
            .map(
                registered ->
                    new Customers.Registered(
                        new CustomerId(registered.customerId()), registered.registeredAt()))
            .toList());
  }
}
