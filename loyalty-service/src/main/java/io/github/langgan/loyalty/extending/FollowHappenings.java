package io.github.langgan.loyalty.extending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.contract.OfferExtendedV1;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.offer.ExtendOffers;
import io.github.langgan.loyalty.model.offer.Happening;
import io.github.langgan.loyalty.model.offer.Occurrence;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.Propositions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Extends offers to those whom something happened that active propositions wait for. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class FollowHappenings {

  private final Aliases aliases;
  private final Propositions propositions;
  private final Memberships memberships;
  private final ExtendOffers extendOffers;
  private final Clock clock;

  FollowHappenings(
      Aliases aliases,
      Propositions propositions,
      Memberships memberships,
      ExtendOffers extendOffers,
      Clock clock) {
    this.aliases = aliases;
    this.propositions = propositions;
    this.memberships = memberships;
    this.extendOffers = extendOffers;
    this.clock = clock;
  }

  /** One statement where no proposition waits for any of them. */
  public List<OfferExtendedV1> follow(List<Happening> happenings) {
    List<Proposition> waiting =
        propositions.waitingFor(happenings.stream().map(Happening::occurrence).collect(toSet()));
    if (waiting.isEmpty()) {
      return List.of();
    }
    Meanings meanings =
        new Meanings(
            aliases.resolve(
                happenings.stream().map(one -> one.customer().value()).collect(toSet())));
    Map<CustomerId, List<Membership>> members =
        memberships.of(meanings.all(), List.of()).stream()
            .filter(one -> !one.isUnited())
            .collect(groupingBy(Membership::customer));
    Instant now = clock.instant();
    List<OfferExtendedV1> extended = new ArrayList<>();
    for (Proposition proposition : waiting) {
      for (Occurrence occurrence : Occurrence.values()) {
        Set<CustomerId> whom =
            happenings.stream()
                .filter(one -> one.occurrence() == occurrence && proposition.waitsFor(one))
                .map(one -> meanings.of(one.customer()))
                .collect(toSet());
        List<Membership> asked =
            whom.stream()
                .flatMap(one -> members.getOrDefault(one, List.of()).stream())
                .filter(one -> one.program().equals(proposition.program()))
                .toList();
        if (!asked.isEmpty()) {
          extendOffers
              .extend(proposition.id(), asked, occurrence, now)
              .forEach(
                  offer ->
                      extended.add(
                          OfferExtendedV1.of(offer, proposition.terms().contact().purpose())));
        }
      }
    }
    return extended;
  }
}
