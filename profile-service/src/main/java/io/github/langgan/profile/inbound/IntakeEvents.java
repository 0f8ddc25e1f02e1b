package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Puts the forms that customers filled in into their history. */
@Singleton
class IntakeEvents {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final TimelineEntries timeline;

  IntakeEvents(Aliases aliases, ErasedSubjects erased, TimelineEntries timeline) {
    this.aliases = aliases;
    this.erased = erased;
    this.timeline = timeline;
  }

  void apply(List<ReceivedEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    List<IntakeReceived> intakes =
        events.stream().map(event -> event.as(IntakeReceived.class)).toList();
    Owners owners =
        Owners.of(intakes.stream().map(IntakeReceived::customerId).toList(), aliases, erased);
    List<TimelineEntry> entries = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      if (!owners.isErased(intakes.get(i).customerId())) {
        entries.add(intakes.get(i).entry(events.get(i), owners));
      }
    }
    timeline.add(entries);
  }
}
