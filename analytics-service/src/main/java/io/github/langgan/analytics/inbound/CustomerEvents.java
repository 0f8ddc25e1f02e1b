package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.analytics.erasing.BeginErasure;
import io.github.langgan.analytics.facts.RegisteredCustomers;
import io.github.langgan.analytics.facts.RegisteredCustomers.Registration;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.disclosure.Disclose;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

@Singleton
class CustomerEvents implements TopicListener {

  private static final String REGISTERED = "customer.registered";

  private final Aliases aliases;
  private final ErasedSubjects erasedSubjects;
  private final RegisteredCustomers customers;
  private final AnswerMerges merges;
  private final BeginErasure beginErasure;
  private final Disclose disclose;

  CustomerEvents(
      Aliases aliases,
      ErasedSubjects erasedSubjects,
      RegisteredCustomers customers,
      AnswerMerges merges,
      BeginErasure beginErasure,
      Disclose disclose) {
    this.aliases = aliases;
    this.erasedSubjects = erasedSubjects;
    this.customers = customers;
    this.merges = merges;
    this.beginErasure = beginErasure;
    this.disclose = disclose;
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
    Set<String> types = new HashSet<>(AnswerMerges.TYPES);
    types.addAll(Set.of(REGISTERED, ErasureRequested.TYPE, AccessRequested.TYPE));
    return types;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<ReceivedEvent> erasures = those(events, type -> type.equals(ErasureRequested.TYPE));
    List<ReceivedEvent> told = those(events, AnswerMerges.TYPES::contains);
    if (!erasures.isEmpty()) {
      aliases.lock();
    }
    merges.lockBefore(told);
    register(those(events, type -> type.equals(REGISTERED)));
    merges.answer(told);
    those(events, type -> type.equals(AccessRequested.TYPE)).stream()
        .map(event -> event.as(AccessRequested.class).toRequest())
        .forEach(disclose::begin);
    erasures.stream()
        .map(event -> event.as(ErasureRequested.class))
        .forEach(one -> beginErasure.begin(one.requestId(), one.customerId(), one.subjects()));
  }

  private static List<ReceivedEvent> those(List<ReceivedEvent> events, Predicate<String> type) {
    return events.stream().filter(event -> type.test(event.type())).toList();
  }

  /** What comes late of a customer that was erased is forgotten. */
  private void register(List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    aliases.hold();
    List<Registration> all =
        events.stream().map(event -> event.as(CustomerRegistered.class).toRegistration()).toList();
    Set<UUID> erased = erasedSubjects.among(all.stream().map(Registration::customerId).toList());
    customers.addAll(all.stream().filter(one -> !erased.contains(one.customerId())).toList());
  }
}
