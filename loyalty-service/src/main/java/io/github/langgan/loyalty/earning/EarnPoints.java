package io.github.langgan.loyalty.earning;

import io.github.langgan.loyalty.contract.PointsEarnedV1;
import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Member;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Unearned;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import io.github.langgan.loyalty.model.transaction.Purchase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives a purchase's points to each membership of its customer, once. */
@Singleton
public class EarnPoints {

  private static final Logger LOG = Logger.getLogger(EarnPoints.class);

  private final RuleCompiler rules;

  EarnPoints(RuleCompiler rules) {
    this.rules = rules;
  }

  /** What a purchase earns, or why it earns nothing. */
  private record Verdict(long points, @Nullable Unearned unearned) {}

  public List<PointsEarnedV1> earn(Purchase purchase, Worksheet sheet, Instant now) {
    List<PointsEarnedV1> events = new ArrayList<>();
    for (Member member : sheet.membersOf(purchase.customer())) {
      if (!sheet.hasEarned(purchase, member.membership().id())) {
        events.add(earn(purchase, member, sheet, now));
      }
    }
    return events;
  }

  private PointsEarnedV1 earn(Purchase purchase, Member member, Worksheet sheet, Instant now) {
    Verdict verdict = judge(purchase, member);
    int ruleVersion = member.program().rule().version();
    @Nullable Instant expiresAt =
        verdict.points() == 0 ? null : member.program().expiryOfPointsGiven(now);
    Entry entry =
        member
            .account()
            .earn(
                verdict.points(),
                Occasion.of(purchase.id()).thatCameFor(purchase.customer()),
                ruleVersion,
                verdict.unearned(),
                now,
                expiresAt);
    sheet.earned(
        new Earning(
            purchase.id(),
            member.membership().id(),
            purchase.partner(),
            purchase.externalId(),
            entry.id(),
            verdict.points() == 0 ? null : entry.postings().getFirst().lotId(),
            ruleVersion,
            verdict.points(),
            0));
    return PointsEarnedV1.of(entry, expiresAt);
  }

  private Verdict judge(Purchase purchase, Member member) {
    Program program = member.program();
    if (!purchase.currency().equals(program.currency())) {
      return new Verdict(0, Unearned.OTHER_CURRENCY);
    }
    if (program.earnsFrom() == EarnsFrom.ENROLMENT
        && purchase.occurredAt().isBefore(member.membership().openedAt())) {
      return new Verdict(0, Unearned.BEFORE_ENROLMENT);
    }
    return switch (rules.rule(program.rule()).rate(purchase, program.rounding().mode())) {
      case Rating.Worth(long points) -> new Verdict(points, null);
      case Rating.Failed(String reason) -> {
        LOG.warnf(
            "rule %d of program %s fails for transaction %s: %s",
            program.rule().version(), program.id(), purchase.id(), reason);
        yield new Verdict(0, Unearned.RULE_FAILED);
      }
    };
  }
}
