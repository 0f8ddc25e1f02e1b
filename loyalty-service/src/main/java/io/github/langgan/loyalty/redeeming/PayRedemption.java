package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Ledger;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.pool.Contributors;
import io.github.langgan.loyalty.model.pool.Draw;
import io.github.langgan.loyalty.model.pool.PoolMate;
import io.github.langgan.loyalty.model.pool.PoolPolicies;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes a redemption's points: the member's, and those of others in its pools, if it wants to. */
@Singleton
class PayRedemption {

  private final PoolPolicies policies;
  private final Contributors contributors;
  private final Ledger ledger;

  PayRedemption(PoolPolicies policies, Contributors contributors, Ledger ledger) {
    this.policies = policies;
    this.contributors = contributors;
    this.ledger = ledger;
  }

  /**
   * @param accounts of all, under their locks
   */
  record Payers(
      Membership member, List<PoolMate> mates, Map<MembershipId, MemberAccount> accounts) {

    MemberAccount account(Membership holder) {
      return requireNonNull(accounts.get(holder.id()));
    }

    Balance balance(Instant now) {
      return account(member).balance(now);
    }
  }

  /**
   * @param own the member's entry, also where it has no points
   * @param others' entries
   */
  record Paid(Entry own, List<Entry> others, List<Draw> draws) {}

  /** Throws a {@link Problem} when the program has no pools. */
  Payers lock(Membership member, boolean fromPool) {
    List<PoolMate> mates = fromPool ? mates(member) : List.of();
    Stream<Membership> all =
        Stream.concat(Stream.of(member), mates.stream().map(PoolMate::holder)).distinct();
    return new Payers(member, mates, ledger.lock(all.toList()));
  }

  private List<PoolMate> mates(Membership member) {
    if (!policies.of(member.program()).allowed()) {
      throw RedemptionProblems.poolsNotAllowed();
    }
    return contributors.hold(member);
  }

  /** Throws a {@link Problem} when they have too few points together. */
  CostShares shares(Payers payers, long points, Instant now) {
    CostShares shares =
        CostShares.of(
            points,
            payers.account(payers.member()),
            contributors.allowing(payers.mates(), now),
            payers.accounts(),
            now);
    if (shares.total() < points) {
      throw RedemptionProblems.insufficientPoints(shares.total());
    }
    return shares;
  }

  /**
   * @param reserved set aside only
   * @param record that the member's part counts for
   */
  Paid pay(
      Payers payers,
      CostShares shares,
      RedemptionId id,
      CustomerId record,
      boolean reserved,
      Instant now) {
    List<Entry> others = new ArrayList<>();
    List<Draw> draws = new ArrayList<>();
    shares
        .others()
        .forEach(
            (mate, points) -> {
              CustomerId theirs = mate.named().cameFor();
              Occasion occasion = Occasion.of(id).thatCameFor(theirs);
              Entry entry = spend(payers.account(mate.holder()), points, occasion, reserved, now);
              others.add(entry);
              draws.add(new Draw(mate.named().id(), theirs, entry.id(), points, 0));
            });
    Occasion occasion = Occasion.of(id).thatCameFor(record);
    Entry own = spend(payers.account(payers.member()), shares.own(), occasion, reserved, now);
    ledger.write(payers.accounts().values());
    return new Paid(own, others, draws);
  }

  private static Entry spend(
      MemberAccount account, long points, Occasion occasion, boolean reserved, Instant now) {
    return reserved
        ? account.reserve(points, occasion, now)
        : account.redeem(points, occasion, now);
  }
}
