package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.analytics.facts.RegisteredCustomers;
import io.github.langgan.analytics.facts.RegisteredCustomers.Registration;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Singleton
class CustomerEvents implements TopicListener {

  private final RegisteredCustomers customers;

  CustomerEvents(RegisteredCustomers customers) {
    this.customers = customers;
  }

  record CustomerRegistered(UUID customerId, Instant registeredAt) {

    Registration toRegistration() {
      return new Registration(
          requireNonNull(customerId, "customerId"), requireNonNull(registeredAt, "registeredAt"));
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
    customers.addAll(
        events.stream().map(event -> event.as(CustomerRegistered.class).toRegistration()).toList());
  }
}
