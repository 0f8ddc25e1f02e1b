package io.github.langgan.loyalty.compensating;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.PointsCompensatedV1;
import io.github.langgan.loyalty.contract.PointsCompensationRefusedV1;
import io.github.langgan.loyalty.contract.PointsCompensationRefusedV1.Reason;
import io.github.langgan.loyalty.contract.PointsDebtPaidV1;
import io.github.langgan.loyalty.contract.TierChangedV1;
import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.tier.SettleTiers;
import io.github.langgan.loyalty.model.tier.SettleTiers.Cause;
import io.github.langgan.loyalty.model.tier.TierChange;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives promised points to the customer's oldest membership, each promise once. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class CompensatePoints {

  private final Aliases aliases;
  private final Memberships memberships;
  private final Programs programs;
  private final Ledger ledger;
  private final Compensations compensations;
  private final SettleTiers settleTiers;
  private final Clock clock;

  CompensatePoints(
      Aliases aliases,
      Memberships memberships,
      Programs programs,
      Ledger ledger,
      Compensations compensations,
      SettleTiers settleTiers,
      Clock clock) {
    this.settleTiers = settleTiers;
    this.aliases = aliases;
    this.memberships = memberships;
    this.programs = programs;
    this.ledger = ledger;
    this.compensations = compensations;
    this.clock = clock;
  }

  public record Answer(Promise promise, PublishedEvent event) {}

  public List<Answer> compensate(List<Promise> promises) {
    Instant now = clock.instant();
    Meanings meanings = meanings(promises);
    Map<CustomerId, Membership> oldest = oldestOf(meanings);
    Map<MembershipId, MemberAccount> accounts = ledger.lock(oldest.values());
    Map<ProgramId, Program> promised =
        programs.withIds(oldest.values().stream().map(Membership::program).toList());
    Set<CompensationId> answered = compensations.amongAnswered(promises);
    List<Answer> answers = new ArrayList<>();
    List<Compensations.Answered> outcomes = new ArrayList<>();
    for (Promise promise : promises) {
      if (!answered.add(promise.id())) {
        continue;
      }
      @Nullable Membership membership = oldest.get(meanings.of(promise.customer()));
      if (membership == null) {
        outcomes.add(new Compensations.Answered(promise, null, now));
        answers.add(new Answer(promise, refusal(promise, now)));
      } else {
        Life life = promised.get(membership.program()).lifeOfPointsGiven(now);
        Entry entry =
            accounts
                .get(membership.id())
                .compensate(
                    promise.points().value(),
                    Occasion.of(promise.id()).thatCameFor(promise.customer()),
                    life);
        outcomes.add(new Compensations.Answered(promise, entry, now));
        answers.add(
            new Answer(promise, PointsCompensatedV1.of(entry, promise.caseId(), life.expiresAt())));
        PointsDebtPaidV1.allOf(accounts.get(membership.id()).payDebt(entry))
            .forEach(paid -> answers.add(new Answer(promise, paid)));
      }
    }
    ledger.write(accounts.values());
    compensations.add(outcomes);
    tell(answers, tiered(oldest.values(), promised), now);
    return answers;
  }

  private static List<Membership> tiered(
      Collection<Membership> members, Map<ProgramId, Program> programs) {
    return members.stream()
        .filter(one -> !programs.get(one.program()).tierSchemes().isEmpty())
        .toList();
  }

  /** Where points given to make good lift a tier. */
  private void tell(List<Answer> answers, List<Membership> tiered, Instant now) {
    Map<UUID, Promise> last = new HashMap<>();
    for (Answer answer : answers) {
      if (answer.event() instanceof PointsCompensatedV1 given) {
        last.put(given.membershipId(), answer.promise());
      }
    }
    settleTiers
        .settle(
            tiered.stream().filter(one -> last.containsKey(one.id().value())).toList(),
            id -> new Cause(TierChange.Reason.POINTS, last.get(id.value()).id().value()),
            now)
        .forEach(
            change ->
                answers.add(
                    new Answer(
                        last.get(change.membership().id().value()), TierChangedV1.of(change))));
  }

  private Meanings meanings(List<Promise> promises) {
    return new Meanings(
        aliases.resolve(
            promises.stream().map(one -> one.customer().value()).collect(Collectors.toSet())));
  }

  private Map<CustomerId, Membership> oldestOf(Meanings meanings) {
    Map<CustomerId, Membership> oldest = new HashMap<>();
    memberships.of(meanings.all(), List.of()).stream()
        .filter(membership -> !membership.isUnited())
        .forEach(membership -> oldest.putIfAbsent(membership.customer(), membership));
    return oldest;
  }

  private static PublishedEvent refusal(Promise promise, Instant now) {
    return new PointsCompensationRefusedV1(
        promise.customer().value(),
        promise.id().value(),
        promise.caseId(),
        Reason.NO_MEMBERSHIP,
        now);
  }
}
