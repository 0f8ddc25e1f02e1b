package io.github.langgan.profile.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PendingAttribution;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Learns of memberships, the cards that name customers, and points. */
@Singleton
class LoyaltyTopicListener implements TopicListener {

  private static final String OPENED = "membership.opened";
  private static final Set<String> TYPES =
      Set.of(
          OPENED,
          "points.earned",
          "points.reversed",
          "points.redeemed",
          "points.expired",
          "points.redemption-reversed",
          "points.compensated");

  private final KnownMemberships memberships;
  private final KnownReferences references;
  private final TimelineEntries timeline;
  private final PendingAttribution pendingAttribution;

  LoyaltyTopicListener(
      KnownMemberships memberships,
      KnownReferences references,
      TimelineEntries timeline,
      PendingAttribution pendingAttribution) {
    this.memberships = memberships;
    this.references = references;
    this.timeline = timeline;
    this.pendingAttribution = pendingAttribution;
  }

  @Override
  public String topic() {
    return "crm.loyalty";
  }

  @Override
  public Set<String> types() {
    return TYPES;
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<LoyaltyEvent> opened = new ArrayList<>();
    Map<UUID, LoyaltyEvent> latest = new LinkedHashMap<>();
    List<TimelineEntry> entries = new ArrayList<>(events.size());
    for (ReceivedEvent event : events) {
      LoyaltyEvent fact = event.as(LoyaltyEvent.class);
      latest.put(fact.membershipId(), fact);
      if (event.type().equals(OPENED)) {
        opened.add(fact);
      }
      entries.add(entry(event, fact));
    }
    memberships.open(opened);
    memberships.balance(latest.values());
    timeline.add(entries);
    pendingAttribution.lookFor(references.add(opened.stream().map(this::card).toList()));
  }

  private Naming card(LoyaltyEvent opened) {
    return new Naming(
        CustomerReference.toCard(requireNonNull(opened.cardNumber())), opened.customerId());
  }

  private static TimelineEntry entry(ReceivedEvent event, LoyaltyEvent fact) {
    boolean opened = event.type().equals(OPENED);
    return TimelineEntry.of(
        event,
        fact.customerId(),
        requireNonNull(opened ? fact.openedAt() : fact.at()),
        opened ? "MEMBERSHIP" : "POINTS",
        fact.membershipId(),
        fact.details());
  }
}
