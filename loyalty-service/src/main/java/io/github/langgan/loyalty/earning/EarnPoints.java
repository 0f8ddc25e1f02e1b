package io.github.langgan.loyalty.earning;

import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.loyalty.contract.PointsDebtPaidV1;
import io.github.langgan.loyalty.contract.PointsEarnedV1;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Funding;
import io.github.langgan.loyalty.model.ledger.Member;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Rated;
import io.github.langgan.loyalty.model.ledger.Unearned;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Facts;
import io.github.langgan.loyalty.model.rule.Rating;
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

  private final ProgramRules programRules;

  EarnPoints(ProgramRules programRules) {
    this.programRules = programRules;
  }

  public List<PublishedEvent> earn(Purchase purchase, Worksheet sheet, Instant now) {
    List<PublishedEvent> events = new ArrayList<>();
    for (Member member : sheet.membersOf(purchase.customer())) {
      if (!sheet.hasEarned(purchase, member.membership().id())) {
        events.addAll(earn(purchase, member, sheet, now));
      }
    }
    return events;
  }

  private List<PublishedEvent> earn(
      Purchase purchase, Member member, Worksheet sheet, Instant now) {
    Terms terms = member.program().termsAt(purchase.occurredAt());
    @Nullable Unearned reason = member.program().whyNothing(purchase, member.membership());
    if (reason != null) {
      Entry entry = enter(0, reason, purchase, member, terms, Life.forEver(now));
      sheet.earned(earning(purchase, member, terms, entry, null));
      return List.of(PointsEarnedV1.of(entry, null));
    }
    CompiledRules rules = programRules.of(member.program(), terms);
    Circumstances circumstances = sheet.circumstances(purchase, member, rules);
    Rating rating = rules.rate(purchase, circumstances, terms.rounding().mode());
    warnOf(rating, purchase, member, terms);
    Life life = terms.lifeOfPointsEarned(now, purchase.occurredAt(), member.program().zone());
    boolean failed = rating.points() == 0 && !rating.failures().isEmpty();
    Entry entry =
        enter(rating.points(), failed ? Unearned.RULE_FAILED : null, purchase, member, terms, life);
    sheet.earned(
        earning(purchase, member, terms, entry, rules.askOfMember() ? circumstances.facts() : null),
        new Rated(purchase, member, rules, circumstances, rating));
    List<PublishedEvent> events = new ArrayList<>();
    events.add(PointsEarnedV1.of(entry, rating.points() == 0 ? null : life));
    events.addAll(PointsDebtPaidV1.allOf(member.account().payDebt(entry)));
    return events;
  }

  private static Entry enter(
      long points,
      @Nullable Unearned note,
      Purchase purchase,
      Member member,
      Terms terms,
      Life life) {
    List<Funding> fundings =
        Funding.of(member.program().id(), terms, purchase.partner(), 0, points);
    return member
        .account()
        .earn(
            points,
            Occasion.of(purchase.id()).thatCameFor(purchase.customer()),
            terms.version(),
            note,
            life,
            fundings);
  }

  private static Earning earning(
      Purchase purchase, Member member, Terms terms, Entry entry, @Nullable Facts facts) {
    return new Earning(
        purchase.id(),
        member.membership().id(),
        purchase.partner(),
        purchase.externalId(),
        entry.id(),
        entry.points() == 0 ? null : entry.postings().getFirst().lotId(),
        terms.version(),
        facts,
        entry.points(),
        0);
  }

  private static void warnOf(Rating rating, Purchase purchase, Member member, Terms terms) {
    rating
        .failures()
        .forEach(
            (rule, reason) ->
                LOG.warnf(
                    "rule %s of version %d of program %s fails for transaction %s: %s",
                    rule, terms.version(), member.program().id(), purchase.id(), reason));
  }
}
