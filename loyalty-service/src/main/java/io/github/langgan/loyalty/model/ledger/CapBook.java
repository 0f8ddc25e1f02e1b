package io.github.langgan.loyalty.model.ledger;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.rule.Cap;
import io.github.langgan.loyalty.model.rule.EarningRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rules with a cap gave to the members of a worksheet. */
final class CapBook {

  private final Map<Use, BigDecimal> used = new HashMap<>();
  private final Map<Given, CappedPoints> known = new HashMap<>();
  private final Map<Given, CappedPoints> changed = new LinkedHashMap<>();

  /** One rule, one member, one period of the cap. */
  record Use(MembershipId holder, String rule, LocalDate periodStart) {

    static Use of(MembershipId holder, EarningRule capped, Instant at, ZoneId zone) {
      Cap cap = requireNonNull(capped.cap());
      return new Use(holder, capped.name(), cap.period().startFor(at, zone));
    }
  }

  private record Given(TransactionId purchase, MembershipId membership, String rule) {}

  void know(Use use, BigDecimal points) {
    used.merge(use, points, BigDecimal::add);
  }

  void know(CappedPoints one) {
    known.put(new Given(one.purchase(), one.membership(), one.rule()), one);
  }

  /** What the rules may still give for a purchase. */
  Map<String, BigDecimal> allowances(
      MembershipId holder, List<EarningRule> capped, Instant at, ZoneId zone) {
    Map<String, BigDecimal> allowances = new HashMap<>();
    for (EarningRule rule : capped) {
      BigDecimal points = used.getOrDefault(Use.of(holder, rule, at, zone), BigDecimal.ZERO);
      long most = requireNonNull(rule.cap()).points();
      allowances.put(rule.name(), BigDecimal.valueOf(most).subtract(points).max(BigDecimal.ZERO));
    }
    return allowances;
  }

  /** What they might have given when the purchase earned; a rule that gave nothing: nothing. */
  Map<String, BigDecimal> allowancesOf(Earning earning, List<EarningRule> capped) {
    Map<String, BigDecimal> allowances = new HashMap<>();
    for (EarningRule rule : capped) {
      @Nullable CappedPoints one =
          known.get(new Given(earning.purchase(), earning.membership(), rule.name()));
      allowances.put(rule.name(), one == null ? BigDecimal.ZERO : one.allowance());
    }
    return allowances;
  }

  void gave(Earning earning, Rated rated) {
    Map<String, BigDecimal> byRule = rated.rating().byRule();
    for (EarningRule rule : rated.rules().capped()) {
      @Nullable BigDecimal points = byRule.get(rule.name());
      if (points != null && points.signum() > 0) {
        Use use =
            Use.of(
                earning.membership(),
                rule,
                rated.purchase().occurredAt(),
                rated.member().program().zone());
        know(use, points);
        change(
            new CappedPoints(
                earning.purchase(),
                earning.membership(),
                rule.name(),
                use.periodStart(),
                requireNonNull(rated.circumstances().allowances().get(rule.name())),
                points));
      }
    }
  }

  /** The rest of a purchase is worth less: what its rules no longer give, they may give again. */
  void reduce(Earning earning, Map<String, BigDecimal> worthByRule, MembershipId holder) {
    for (CappedPoints one : List.copyOf(known.values())) {
      BigDecimal now = worthByRule.getOrDefault(one.rule(), BigDecimal.ZERO);
      if (one.purchase().equals(earning.purchase())
          && one.membership().equals(earning.membership())
          && now.compareTo(one.points()) < 0) {
        know(new Use(holder, one.rule(), one.periodStart()), now.subtract(one.points()));
        change(one.giving(now));
      }
    }
  }

  List<CappedPoints> changed() {
    return List.copyOf(changed.values());
  }

  private void change(CappedPoints one) {
    know(one);
    changed.put(new Given(one.purchase(), one.membership(), one.rule()), one);
  }
}
