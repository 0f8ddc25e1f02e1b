package io.github.langgan.loyalty.simulating.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What was found for some members of a program.
 *
 * @param members that bought in the period
 * @param actual points that their purchases stand for
 * @param simulated points that they would stand for
 * @param byRule what each rule would give, before rounding
 * @param most who would gain most, the first one most
 * @param least who would lose most, the first one most
 */
record Totals(
    long members,
    long purchases,
    long winners,
    long losers,
    long actual,
    long simulated,
    Map<String, String> byRule,
    List<Difference> most,
    List<Difference> least) {

  static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, Map.of(), List.of(), List.of());

  private static final int NAMED = 20;

  /** What would change for one member. */
  record Difference(UUID membershipId, long actual, long simulated) {

    long gain() {
      return simulated - actual;
    }
  }

  Totals plus(List<SimulatedMember> members) {
    List<SimulatedMember> buyers = members.stream().filter(one -> one.purchases() > 0).toList();
    List<Difference> differences =
        buyers.stream().map(SimulatedMember::difference).filter(one -> one.gain() != 0).toList();
    Map<String, String> rules = new TreeMap<>(byRule);
    for (SimulatedMember member : buyers) {
      member
          .byRule()
          .forEach(
              (rule, points) ->
                  rules.merge(
                      rule,
                      points.toPlainString(),
                      (a, b) -> new BigDecimal(a).add(new BigDecimal(b)).toPlainString()));
    }
    return new Totals(
        this.members + buyers.size(),
        purchases + buyers.stream().mapToLong(SimulatedMember::purchases).sum(),
        winners + differences.stream().filter(one -> one.gain() > 0).count(),
        losers + differences.stream().filter(one -> one.gain() < 0).count(),
        actual + buyers.stream().mapToLong(one -> one.difference().actual()).sum(),
        simulated + buyers.stream().mapToLong(one -> one.difference().simulated()).sum(),
        rules,
        named(most, differences, Comparator.comparingLong(Difference::gain).reversed(), 1),
        named(least, differences, Comparator.comparingLong(Difference::gain), -1));
  }

  private static List<Difference> named(
      List<Difference> before, List<Difference> more, Comparator<Difference> order, int sign) {
    List<Difference> all = new ArrayList<>(before);
    more.stream().filter(one -> Long.signum(one.gain()) == sign).forEach(all::add);
    all.sort(order.thenComparing(Difference::membershipId));
    return List.copyOf(all.subList(0, Math.min(NAMED, all.size())));
  }
}
