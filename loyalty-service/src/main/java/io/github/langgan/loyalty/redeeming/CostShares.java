package io.github.langgan.loyalty.redeeming;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ledger.Lot;
import io.github.langgan.loyalty.model.ledger.MemberAccount;
import io.github.langgan.loyalty.model.pool.Contributor;
import io.github.langgan.loyalty.model.pool.PoolMate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who pays how much: the member what it can, then of the others' points those that expire soonest,
 * within what each lets it spend.
 *
 * @param own points of the member
 * @param others points of each who pays some
 */
record CostShares(long own, Map<PoolMate, Long> others) {

  private record Source(Lot lot, PoolMate mate) {}

  /**
   * Of so many points, or of all that there are.
   *
   * @param accounts under lock, the contributors' too
   */
  static CostShares of(
      long points,
      MemberAccount account,
      List<Contributor> contributors,
      Map<MembershipId, MemberAccount> accounts,
      Instant at) {
    long own = Math.min(points, account.spendable(points, at));
    long missing = points - own;
    Map<PoolMate, Long> others = new LinkedHashMap<>();
    if (missing == 0) {
      return new CostShares(own, others);
    }
    Map<PoolMate, Long> allowed = new HashMap<>();
    List<Source> sources = new ArrayList<>();
    for (Contributor one : contributors) {
      PoolMate mate = one.mate();
      MemberAccount theirs = requireNonNull(accounts.get(mate.holder().id()));
      allowed.put(mate, Math.min(one.allowance(), theirs.spendable(missing, at)));
      theirs.lotsFor(missing, at).forEach(lot -> sources.add(new Source(lot, mate)));
    }
    sources.sort(Comparator.comparing(Source::lot, Lot.SOONEST_TO_EXPIRE));
    for (Source source : sources) {
      long left = allowed.get(source.mate());
      long taken = Math.min(missing, Math.min(left, source.lot().remaining()));
      if (taken > 0) {
        others.merge(source.mate(), taken, Long::sum);
        allowed.put(source.mate(), left - taken);
        missing -= taken;
      }
    }
    return new CostShares(own, others);
  }

  long total() {
    return own + others.values().stream().mapToLong(Long::longValue).sum();
  }
}
