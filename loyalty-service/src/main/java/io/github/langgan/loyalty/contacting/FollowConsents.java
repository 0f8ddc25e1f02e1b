package io.github.langgan.loyalty.contacting;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.loyalty.contract.OfferChangedV1;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.contact.ConsentAct;
import io.github.langgan.loyalty.model.contact.Contacts;
import io.github.langgan.loyalty.model.contact.Hindrance;
import io.github.langgan.loyalty.model.contact.Purpose;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.OfferState;
import io.github.langgan.loyalty.model.offer.Offers;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.PropositionId;
import io.github.langgan.loyalty.model.offer.Propositions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps what customers said, and withdraws the open offers that they don't want any more. What
 * comes late of who was erased is forgotten.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class FollowConsents {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Customers customers;
  private final Contacts contacts;
  private final Offers offers;
  private final Propositions propositions;
  private final Clock clock;

  FollowConsents(
      Aliases aliases,
      ErasedSubjects erased,
      Customers customers,
      Contacts contacts,
      Offers offers,
      Propositions propositions,
      Clock clock) {
    this.aliases = aliases;
    this.erased = erased;
    this.customers = customers;
    this.contacts = contacts;
    this.offers = offers;
    this.propositions = propositions;
    this.clock = clock;
  }

  public List<OfferChangedV1> follow(List<ConsentAct> allActs, List<Hindrance> allHindrances) {
    aliases.hold();
    Set<UUID> records =
        Stream.concat(
                allActs.stream().map(ConsentAct::customer),
                allHindrances.stream().map(Hindrance::customer))
            .collect(Collectors.toSet());
    Set<UUID> gone = erased.among(records);
    records.removeAll(gone);
    List<ConsentAct> acts = allActs.stream().filter(one -> !gone.contains(one.customer())).toList();
    List<Hindrance> hindrances =
        allHindrances.stream().filter(one -> !gone.contains(one.customer())).toList();
    Set<CustomerId> whom =
        aliases.resolve(records).values().stream().map(CustomerId::new).collect(Collectors.toSet());
    // nobody extends them an offer meanwhile that doesn't know of it
    customers.lockForCounting(whom);
    contacts.know(acts);
    contacts.hinder(hindrances);
    Instant now = clock.instant();
    List<Offer> unwanted = unwanted(offers.lockOpen(whom), now);
    return offers.end(unwanted, OfferState.WITHDRAWN, now).stream()
        .map(one -> OfferChangedV1.of(one, now))
        .toList();
  }

  private List<Offer> unwanted(List<Offer> open, Instant now) {
    Map<PropositionId, Proposition> known =
        propositions.withIds(open.stream().map(Offer::proposition).distinct().toList());
    Map<Purpose, List<Offer>> byPurpose =
        open.stream()
            .collect(
                Collectors.groupingBy(
                    one -> known.get(one.proposition()).terms().contact().purpose()));
    Set<Offer> unwanted = new HashSet<>();
    byPurpose.forEach(
        (purpose, some) -> {
          Set<CustomerId> allowed =
              contacts.contactable(
                  some.stream().map(Offer::customer).collect(Collectors.toSet()), purpose, now);
          some.stream().filter(one -> !allowed.contains(one.customer())).forEach(unwanted::add);
        });
    return open.stream().filter(unwanted::contains).toList();
  }
}
