package io.github.langgan.loyalty.model.tier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A member's way through the tiers by what counts for it, and by nothing else: whatever the order
 * in which purchases and returns became known, the way is the same.
 */
public final class Course {

  private final List<TierScheme> schemes;
  private final ZoneId zone;
  private final Instant openedAt;
  private final List<Counted> counted;
  private final List<Tally> tallies;

  /**
   * @param schemes all versions, in the order in which they take effect
   */
  public Course(
      List<TierScheme> schemes, ZoneId zone, Instant openedAt, Collection<Counted> counted) {
    this.schemes = schemes;
    this.zone = zone;
    this.openedAt = openedAt;
    this.counted = counted.stream().sorted(Comparator.comparing(Counted::at)).toList();
    this.tallies = schemes.stream().map(one -> new Tally(one, this.counted)).toList();
  }

  /** What was bought before the first version counts by it. */
  public Standing at(Instant time) {
    Run run = new Run();
    int next = 1;
    for (Counted one : counted) {
      if (one.at().isAfter(time)) {
        break;
      }
      next = run.enact(next, one.at());
      run.lapse(one.at());
      run.count(one);
    }
    run.enact(next, time);
    run.lapse(time);
    return run.standing(time);
  }

  private BigDecimal amount(int version, Instant at) {
    TierPeriod period = schemes.get(version).period();
    return tallies
        .get(version)
        .between(period == null ? Instant.MIN : period.start(at, zone, openedAt), at);
  }

  /** Until when each level is secured; the first one always is. */
  private final class Run {

    private int version = 0;
    private Instant[] secured = new Instant[schemes.getFirst().levels().size()];
    private int rank = 0;
    private Instant since = openedAt;

    Run() {
      Arrays.fill(secured, Instant.MIN);
    }

    private TierScheme scheme() {
      return schemes.get(version);
    }

    /** Versions that take effect until a time. */
    int enact(int next, Instant until) {
      int following = next;
      while (following < schemes.size() && !schemes.get(following).effectiveFrom().isAfter(until)) {
        Instant at = schemes.get(following).effectiveFrom();
        lapse(at);
        change(following, at);
        following++;
      }
      return following;
    }

    private void change(int to, Instant at) {
      TierScheme before = scheme();
      Instant[] old = secured;
      Level held = before.levels().get(rank);
      version = to;
      secured = new Instant[scheme().levels().size()];
      Arrays.fill(secured, Instant.MIN);
      for (int one = 1; one < old.length; one++) {
        int now = scheme().rankOf(before.levels().get(one).code());
        for (int lower = now; lower > 0; lower--) {
          secured[lower] = later(secured[lower], old[one]);
        }
      }
      secure(scheme().rankFor(amount(version, at)), at);
      rank = highest(at);
      if (!scheme().levels().get(rank).code().equals(held.code())) {
        since = at;
      }
    }

    void count(Counted one) {
      if (scheme().amount(one).signum() > 0) {
        secure(scheme().rankFor(amount(version, one.at())), one.at());
        move(one.at());
      }
    }

    /** Falls that are due until a time. */
    void lapse(Instant until) {
      while (rank > 0) {
        Instant due = scheme().fallsAt(secured[rank], zone);
        if (due.isAfter(until)) {
          return;
        }
        int fallen = rank;
        int qualified = scheme().rankFor(amount(version, due));
        secure(qualified, due);
        if (qualified < fallen
            && fallen > 1
            && scheme().downgrade().steps() == Downgrade.Steps.ONE_STEP) {
          secured[fallen - 1] =
              later(secured[fallen - 1], scheme().validAfterStep(due, zone, openedAt));
        }
        move(due);
      }
    }

    private void secure(int most, Instant at) {
      if (most > 0) {
        Instant until = scheme().validUntil(at, zone, openedAt);
        for (int one = 1; one <= most; one++) {
          secured[one] = later(secured[one], until);
        }
      }
    }

    private void move(Instant at) {
      int now = highest(at);
      if (now != rank) {
        rank = now;
        since = at;
      }
    }

    private int highest(Instant at) {
      int highest = secured.length - 1;
      while (highest > 0
          && (secured[highest] == Instant.MIN
              || !scheme().fallsAt(secured[highest], zone).isAfter(at))) {
        highest--;
      }
      return highest;
    }

    Standing standing(Instant at) {
      TierPeriod period = scheme().period();
      return new Standing(
          scheme(),
          rank,
          since,
          rank == 0 ? null : secured[rank],
          rank == 0 ? null : scheme().fallsAt(secured[rank], zone),
          amount(version, at),
          period == null ? null : period.start(at, zone, openedAt),
          period == null ? null : period.end(at, 0, zone, openedAt));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
