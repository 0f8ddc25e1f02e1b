package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PendingAttribution;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Learns who the customers are and by what partners may name them. */
@Singleton
class CustomerTopicListener implements TopicListener {

  private static final Set<String> TYPES = Set.of("customer.registered", "customer.updated");

  private final KnownCustomers customers;
  private final KnownReferences references;
  private final PendingAttribution pendingAttribution;

  CustomerTopicListener(
      KnownCustomers customers, KnownReferences references, PendingAttribution pendingAttribution) {
    this.customers = customers;
    this.references = references;
    this.pendingAttribution = pendingAttribution;
  }

  @Override
  public String topic() {
    return "crm.customer";
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    Map<UUID, CustomerFacts> latest = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      CustomerFacts facts = event.as(CustomerFacts.class);
      latest.merge(facts.customerId(), facts, CustomerFacts::followedBy);
    }
    customers.put(latest.values());
    List<Naming> namings = new ArrayList<>();
    latest.values().forEach(facts -> namings.addAll(Naming.of(facts)));
    Collection<CustomerReference> changed = references.replace(latest.keySet(), namings);
    pendingAttribution.lookFor(changed);
  }
}
