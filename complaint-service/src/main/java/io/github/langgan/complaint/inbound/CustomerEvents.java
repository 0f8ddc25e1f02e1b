package io.github.langgan.complaint.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.complaint.model.CustomerId;
import io.github.langgan.complaint.model.KnownCustomers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@Singleton
class CustomerEvents implements TopicListener {

  private final KnownCustomers customers;

  CustomerEvents(KnownCustomers customers) {
    this.customers = customers;
  }

  record CustomerRegistered(UUID customerId) {
    CustomerRegistered {
      requireNonNull(customerId);
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
        events.stream()
            .map(event -> event.as(CustomerRegistered.class).customerId())
            .map(CustomerId::new)
            .toList());
  }
}
