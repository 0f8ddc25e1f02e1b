package io.github.langgan.profile.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.PendingAttribution;
import io.github.langgan.profile.model.history.HistoryKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Learns of memberships, the cards that name customers, and points. */
@Singleton
class LoyaltyTopicListener implements TopicListener {

  private static final String OPENED = "membership.opened";
  private static final String ISSUED = "card.issued";
  private static final Set<String> CARDS =
      Set.of(
          ISSUED,
          "card.activated",
          "card.blocked",
          "card.unblocked",
          "card.replaced",
          "card.expired");

  private static final Set<String> OFFERS =
      Set.of(
          "offer.extended",
          "offer.seen",
          "offer.accepted",
          "offer.declined",
          "offer.expired",
          "offer.withdrawn");

  private static final String TIER = "tier.changed";

  private static final Set<String> POOLS = Set.of("pool.invited", "pool.joined", "pool.left");

  private static final Set<String> HAPPENED =
      Set.of(
          OPENED,
          TIER,
          "points.earned",
          "points.reversed",
          "points.reserved",
          "points.released",
          "points.redeemed",
          "points.expired",
          "points.redemption-reversed",
          "points.compensated",
          "points.granted",
          "points.transferred",
          "points.debt-paid");

  /** Points go from one membership of a customer to another: nothing that the customer did. */
  private static final Set<String> MOVED =
      Set.of("membership.united", "membership.divided", "points.united", "points.divided");

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final KnownMemberships memberships;
  private final KnownReferences references;
  private final TimelineEntries timeline;
  private final PendingAttribution pendingAttribution;

  LoyaltyTopicListener(
      Aliases aliases,
      ErasedSubjects erased,
      KnownMemberships memberships,
      KnownReferences references,
      TimelineEntries timeline,
      PendingAttribution pendingAttribution) {
    this.aliases = aliases;
    this.erased = erased;
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
    return Stream.of(HAPPENED, CARDS, OFFERS, POOLS, MOVED)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<LoyaltyEvent> facts = events.stream().map(event -> event.as(LoyaltyEvent.class)).toList();
    Owners owners =
        Owners.of(
            facts.stream().flatMap(fact -> Stream.of(fact.customerId(), fact.record())).toList(),
            aliases,
            erased);
    List<LoyaltyEvent> opened = new ArrayList<>();
    List<LoyaltyEvent> cards = new ArrayList<>();
    Map<UUID, LoyaltyEvent> latest = new LinkedHashMap<>();
    Map<UUID, LoyaltyEvent> tiers = new LinkedHashMap<>();
    List<TimelineEntry> entries = new ArrayList<>(events.size());
    for (int i = 0; i < facts.size(); i++) {
      ReceivedEvent event = events.get(i);
      LoyaltyEvent fact = facts.get(i);
      if (owners.isErased(fact.customerId()) || owners.isErased(fact.record())) {
        continue;
      }
      if (fact.balance() != null) {
        latest.put(fact.membershipId(), fact);
      }
      if (event.type().equals(OPENED)) {
        opened.add(fact);
      }
      if (event.type().equals(TIER)) {
        tiers.put(fact.membershipId(), fact);
      }
      if (Set.of(OPENED, ISSUED).contains(event.type()) && fact.card() != null) {
        cards.add(fact);
      }
      if (!MOVED.contains(event.type())) {
        entries.add(entry(event, fact, owners.of(fact.record())));
      }
    }
    memberships.open(opened, owners);
    memberships.balance(latest.values());
    memberships.tier(tiers.values());
    timeline.add(entries);
    pendingAttribution.lookFor(references.add(cards.stream().map(this::card).toList()));
  }

  private Naming card(LoyaltyEvent given) {
    return new Naming(CustomerReference.toCard(requireNonNull(given.card())), given.customerId());
  }

  private static TimelineEntry entry(ReceivedEvent event, LoyaltyEvent fact, Owner owner) {
    boolean opened = event.type().equals(OPENED);
    HistoryKind kind = opened ? HistoryKind.MEMBERSHIP : kindOf(event.type());
    UUID subject =
        switch (kind) {
          case CARD -> requireNonNull(fact.cardId());
          case OFFER -> requireNonNull(fact.offerId());
          default -> fact.membershipId();
        };
    return TimelineEntry.of(
        event,
        owner,
        requireNonNull(opened ? fact.openedAt() : fact.at()),
        kind.name(),
        subject,
        fact.details());
  }

  private static HistoryKind kindOf(String type) {
    if (CARDS.contains(type)) {
      return HistoryKind.CARD;
    }
    if (POOLS.contains(type) || type.equals(TIER)) {
      return HistoryKind.MEMBERSHIP;
    }
    return OFFERS.contains(type) ? HistoryKind.OFFER : HistoryKind.POINTS;
  }
}
