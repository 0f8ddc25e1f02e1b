package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.disclosure.Disclose;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.profile.erasing.BeginErasure;
import io.github.langgan.profile.model.PendingAttribution;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Learns who the customers are, by what partners may name them, what they filled in, and who is one
 * with whom.
 */
@Singleton
class CustomerTopicListener implements TopicListener {

  private static final Set<String> FACTS = Set.of("customer.registered", "customer.updated");

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final KnownCustomers customers;
  private final RecordReferences references;
  private final MergeEvents mergeEvents;
  private final IntakeEvents intakeEvents;
  private final BeginErasure beginErasure;
  private final Disclose disclose;
  private final PendingAttribution pendingAttribution;

  CustomerTopicListener(
      Aliases aliases,
      ErasedSubjects erased,
      KnownCustomers customers,
      RecordReferences references,
      MergeEvents mergeEvents,
      IntakeEvents intakeEvents,
      BeginErasure beginErasure,
      Disclose disclose,
      PendingAttribution pendingAttribution) {
    this.aliases = aliases;
    this.erased = erased;
    this.customers = customers;
    this.references = references;
    this.mergeEvents = mergeEvents;
    this.intakeEvents = intakeEvents;
    this.beginErasure = beginErasure;
    this.disclose = disclose;
    this.pendingAttribution = pendingAttribution;
  }

  @Override
  public String topic() {
    return "crm.customer";
  }

  @Override
  public Set<String> types() {
    return Stream.of(
            FACTS,
            MergeEvents.TYPES,
            Set.of(IntakeReceived.TYPE, ErasureRequested.TYPE, AccessRequested.TYPE))
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<ErasureRequested> erasures =
        events.stream()
            .filter(event -> event.type().equals(ErasureRequested.TYPE))
            .map(event -> event.as(ErasureRequested.class))
            .toList();
    if (!erasures.isEmpty() || events.stream().anyMatch(MergeEvents::changes)) {
      aliases.lock();
    }
    Map<UUID, CustomerFacts> latest = new LinkedHashMap<>();
    List<ReceivedEvent> merges = new ArrayList<>();
    for (ReceivedEvent event : events) {
      if (FACTS.contains(event.type())) {
        CustomerFacts facts = event.as(CustomerFacts.class);
        latest.merge(facts.customerId(), facts, CustomerFacts::followedBy);
      } else if (MergeEvents.TYPES.contains(event.type())) {
        merges.add(event);
      }
    }
    if (!latest.isEmpty()) {
      learn(latest.values());
    }
    mergeEvents.apply(merges);
    intakeEvents.apply(
        events.stream().filter(event -> event.type().equals(IntakeReceived.TYPE)).toList());
    events.stream()
        .filter(event -> event.type().equals(AccessRequested.TYPE))
        .forEach(event -> disclose.begin(event.as(AccessRequested.class).toRequest()));
    erasures.forEach(one -> beginErasure.begin(one.requestId(), one.customerId(), one.subjects()));
  }

  /** What comes late of a customer that was erased is forgotten. */
  private void learn(Collection<CustomerFacts> told) {
    aliases.hold();
    Set<UUID> forgotten = erased.among(told.stream().map(CustomerFacts::customerId).toList());
    List<CustomerFacts> latest =
        told.stream().filter(facts -> !forgotten.contains(facts.customerId())).toList();
    Map<UUID, UUID> meanings =
        aliases.resolve(
            latest.stream()
                .flatMap(
                    facts -> Stream.concat(Stream.of(facts.customerId()), facts.merged().stream()))
                .toList());
    customers.put(latest);
    pendingAttribution.lookFor(references.learn(latest, meanings));
  }
}
