package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Learns of inquiries and complaints. */
@Singleton
class ComplaintTopicListener implements TopicListener {

  private static final Set<String> TYPES =
      Set.of("case.opened", "case.acknowledged", "case.resolved", "case.closed", "clock.breached");

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final KnownCases cases;
  private final TimelineEntries timeline;

  ComplaintTopicListener(
      Aliases aliases, ErasedSubjects erased, KnownCases cases, TimelineEntries timeline) {
    this.aliases = aliases;
    this.erased = erased;
    this.cases = cases;
    this.timeline = timeline;
  }

  @Override
  public String topic() {
    return "crm.complaint";
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<CaseEvent> facts = events.stream().map(event -> event.as(CaseEvent.class)).toList();
    Owners owners = Owners.of(facts.stream().map(CaseEvent::customerId).toList(), aliases, erased);
    Map<UUID, CaseEvent> changed = new LinkedHashMap<>();
    List<TimelineEntry> entries = new ArrayList<>(events.size());
    for (int i = 0; i < facts.size(); i++) {
      CaseEvent fact = facts.get(i);
      if (owners.isErased(fact.customerId())) {
        continue;
      }
      changed.merge(fact.caseId(), fact, CaseEvent::followedBy);
      entries.add(
          TimelineEntry.of(
              events.get(i),
              owners.of(fact.customerId()),
              fact.at(),
              "CASE",
              fact.caseId(),
              fact.details()));
    }
    cases.open(changed.values().stream().filter(fact -> fact.openedAt() != null).toList(), owners);
    cases.change(changed.values());
    timeline.add(entries);
  }
}
