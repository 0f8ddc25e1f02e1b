package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.analytics.facts.RegisteredCustomers;
import io.github.langgan.analytics.facts.RegisteredCustomers.Registration;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class CustomerEvents implements TopicListener {

  private static final String REGISTERED = "customer.registered";

  private final RegisteredCustomers customers;
  private final AnswerMerges merges;

  CustomerEvents(RegisteredCustomers customers, AnswerMerges merges) {
    this.customers = customers;
    this.merges = merges;
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
    return Set.of(
        REGISTERED, AnswerMerges.MERGED, AnswerMerges.UNMERGED, AnswerMerges.MERGE_PROPOSED);
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Map<Boolean, List<ReceivedEvent>> registered =
        events.stream()
            .collect(Collectors.partitioningBy(event -> event.type().equals(REGISTERED)));
    merges.lockBefore(registered.get(false));
    register(registered.get(true));
    merges.answer(registered.get(false));
  }

  private void register(List<ReceivedEvent> events) {
    if (!events.isEmpty()) {
      customers.addAll(
          events.stream()
              .map(event -> event.as(CustomerRegistered.class).toRegistration())
              .toList());
    }
  }
}
