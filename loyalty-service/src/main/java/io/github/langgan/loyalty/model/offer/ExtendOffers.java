package io.github.langgan.loyalty.model.offer;

import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.sql.PlansByIndex;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.contact.Contacts;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Offers a proposition to some members: a handful of statements, however many they are. Each member
 * gets a proposition once, whatever it is extended on and however often.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class ExtendOffers {

  private final Jdbi jdbi;
  private final ErasedSubjects erased;
  private final Customers customers;
  private final Propositions propositions;
  private final Audiences audiences;
  private final Contacts contacts;
  private final ContactHistory history;
  private final Offers offers;

  ExtendOffers(
      Jdbi jdbi,
      ErasedSubjects erased,
      Customers customers,
      Propositions propositions,
      Audiences audiences,
      Contacts contacts,
      ContactHistory history,
      Offers offers) {
    this.jdbi = jdbi;
    this.erased = erased;
    this.customers = customers;
    this.propositions = propositions;
    this.audiences = audiences;
    this.contacts = contacts;
    this.history = history;
    this.offers = offers;
  }

  /**
   * What ids mean is held.
   *
   * @param all of its program, not united into others, each customer once
   */
  public List<Offer> extend(
      PropositionId id, List<Membership> all, Occurrence occurrence, Instant now) {
    jdbi.useHandle(PlansByIndex::use);
    List<Membership> members = withoutErased(all);
    // before the rest is read: what a customer says or gets meanwhile is seen
    customers.lockForCounting(members.stream().map(Membership::customer).toList());
    Proposition proposition = propositions.lock(id).orElseThrow();
    if (!proposition.isOpenAt(now) || members.isEmpty()) {
      return List.of();
    }
    Set<CustomerId> settled = history.settled(id, members);
    List<Membership> asked =
        members.stream().filter(one -> !settled.contains(one.customer())).toList();
    Map<MembershipId, Withheld> withheld = new LinkedHashMap<>();
    List<Membership> left = audiences.among(asked, proposition.terms().audience());
    withhold(asked, left, Withheld.NOT_IN_AUDIENCE, withheld);
    left = contactable(proposition, left, now, withheld);
    List<Offer> extended = draw(proposition, left, occurrence, now, withheld);
    offers.add(extended);
    propositions.spend(id, extended.size(), proposition.terms().economics().mostCost());
    history.forget(id, extended);
    history.withhold(id, withheld, now);
    return extended;
  }

  private List<Membership> withoutErased(List<Membership> members) {
    Set<UUID> gone = erased.among(members.stream().map(one -> one.cameFor().value()).toList());
    return keep(members, one -> !gone.contains(one.cameFor().value()));
  }

  private List<Membership> contactable(
      Proposition proposition,
      List<Membership> asked,
      Instant now,
      Map<MembershipId, Withheld> withheld) {
    PropositionTerms.Contact contact = proposition.terms().contact();
    Set<CustomerId> allowed =
        contacts.contactable(
            asked.stream().map(Membership::customer).collect(Collectors.toSet()),
            contact.purpose(),
            now);
    List<Membership> left = keep(asked, one -> allowed.contains(one.customer()));
    withhold(asked, left, Withheld.NOT_CONTACTABLE, withheld);
    Map<CustomerId, Long> got =
        history.extendedSince(
            now.minus(Duration.ofDays(contact.days())), proposition.program(), left);
    List<Membership> rested =
        keep(left, one -> got.getOrDefault(one.customer(), 0L) < contact.most());
    withhold(left, rested, Withheld.CONTACT_BUDGET, withheld);
    return rested;
  }

  /**
   * The control group ends with the budget, as the offers do: else the two could not be compared.
   */
  private static List<Offer> draw(
      Proposition proposition,
      List<Membership> members,
      Occurrence occurrence,
      Instant now,
      Map<MembershipId, Withheld> withheld) {
    long room = proposition.room();
    List<Offer> extended = new ArrayList<>();
    for (Membership member : members) {
      if (extended.size() >= room) {
        withheld.put(member.id(), Withheld.BUDGET_EXHAUSTED);
      } else if (proposition.isControl(member.cameFor())) {
        withheld.put(member.id(), Withheld.CONTROL_GROUP);
      } else {
        extended.add(offer(proposition, member, occurrence, now));
      }
    }
    return extended;
  }

  private static Offer offer(
      Proposition proposition, Membership member, Occurrence occurrence, Instant now) {
    return new Offer(
        OfferId.next(),
        proposition.id(),
        proposition.program(),
        member.id(),
        member.customer(),
        member.cameFor(),
        OfferState.EXTENDED,
        false,
        occurrence,
        now,
        proposition.endOfOffer(now),
        null,
        null,
        null,
        null,
        1);
  }

  private static List<Membership> keep(List<Membership> members, Predicate<Membership> which) {
    return members.stream().filter(which).toList();
  }

  private static void withhold(
      List<Membership> asked,
      List<Membership> left,
      Withheld reason,
      Map<MembershipId, Withheld> withheld) {
    Set<MembershipId> kept = left.stream().map(Membership::id).collect(Collectors.toSet());
    asked.stream()
        .map(Membership::id)
        .filter(id -> !kept.contains(id))
        .forEach(id -> withheld.put(id, reason));
  }
}
