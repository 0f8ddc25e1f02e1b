package io.github.langgan.loyalty.extending;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.operation.Operations;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.OfferExtendedV1;
import io.github.langgan.loyalty.extending.OfferRuns.OfferRun;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.offer.ExtendOffers;
import io.github.langgan.loyalty.model.offer.Occurrence;
import io.github.langgan.loyalty.model.offer.Offer;
import io.github.langgan.loyalty.model.offer.Proposition;
import io.github.langgan.loyalty.model.offer.Propositions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Some members at a time, each portion in a transaction of its own: goes on where it was. */
@Singleton
class RunOffers implements DueWorkHandler {

  static final String KIND = "run-offers";

  private static final int MEMBERS = 500;

  private final Aliases aliases;
  private final OfferRuns runs;
  private final Propositions propositions;
  private final Memberships memberships;
  private final ExtendOffers extendOffers;
  private final Operations operations;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Clock clock;

  RunOffers(
      Aliases aliases,
      OfferRuns runs,
      Propositions propositions,
      Memberships memberships,
      ExtendOffers extendOffers,
      Operations operations,
      DueWork dueWork,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.runs = runs;
    this.propositions = propositions;
    this.memberships = memberships;
    this.extendOffers = extendOffers;
    this.operations = operations;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    aliases.hold();
    items.forEach(item -> runs.find(UUID.fromString(item.subject())).ifPresent(this::someMembers));
  }

  /** A proposition that was paused or ended meanwhile is offered to nobody more. */
  private void someMembers(OfferRun run) {
    Instant now = clock.instant();
    Proposition proposition = propositions.find(run.proposition()).orElseThrow();
    List<Membership> page =
        proposition.isOpenAt(now)
            ? memberships.holdersAfter(proposition.program(), run.last(), MEMBERS)
            : List.of();
    if (!page.isEmpty()) {
      List<Offer> extended = extendOffers.extend(proposition.id(), page, Occurrence.RUN, now);
      outbox.append(
          extended.stream()
              .map(one -> OfferExtendedV1.of(one, proposition.terms().contact().purpose()))
              .toList());
      runs.advance(run.id(), page.getLast().id(), page.size(), extended.size());
    }
    if (page.size() == MEMBERS) {
      dueWork.schedule(KIND, run.id().toString(), now.plus(Duration.ofMillis(1)), "");
    } else {
      operations.finish(
          run.id(), URI.create("/v1/loyalty/propositions/" + proposition.id() + "/results"));
    }
  }
}
