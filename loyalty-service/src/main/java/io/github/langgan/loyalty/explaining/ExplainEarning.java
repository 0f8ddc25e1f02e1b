package io.github.langgan.loyalty.explaining;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.ledger.PastEarnings;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.ReturnedLines;
import io.github.langgan.loyalty.model.transaction.Transactions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rates a purchase once more, as it was rated when it earned. */
@Singleton
class ExplainEarning {

  private final Memberships memberships;
  private final Programs programs;
  private final ProgramRules programRules;
  private final PastEarnings pastEarnings;
  private final Transactions transactions;
  private final ReturnedLines returnedLines;

  ExplainEarning(
      Memberships memberships,
      Programs programs,
      ProgramRules programRules,
      PastEarnings pastEarnings,
      Transactions transactions,
      ReturnedLines returnedLines) {
    this.memberships = memberships;
    this.programs = programs;
    this.programRules = programRules;
    this.pastEarnings = pastEarnings;
    this.transactions = transactions;
    this.returnedLines = returnedLines;
  }

  /**
   * @param rating empty contributions when no rule was asked
   * @param rest of a purchase of which something came back, but not all
   */
  record Explanation(
      Earning earning, Purchase purchase, Terms terms, Rating rating, Optional<Rating> rest) {}

  /** Empty when the purchase earned nothing on the membership, or on one united into it. */
  @Transactional
  public Optional<Explanation> explain(Membership holder, TransactionId purchase) {
    List<Membership> held =
        memberships.of(List.of(), List.of(holder.id())).stream()
            .filter(one -> one.program().equals(holder.program()))
            .toList();
    return pastEarnings
        .find(held.stream().map(Membership::id).toList(), purchase)
        .map(earning -> explain(earning, holder));
  }

  private Explanation explain(Earning earning, Membership holder) {
    Purchase purchase = (Purchase) transactions.withIds(List.of(earning.purchase())).getFirst();
    Program program = programs.find(holder.program()).orElseThrow();
    Terms terms = program.terms(earning.ruleVersion());
    if (earning.points() == 0) {
      return new Explanation(earning, purchase, terms, Rating.NOTHING, Optional.empty());
    }
    CompiledRules rules = programRules.of(program, terms);
    Circumstances then = pastEarnings.circumstancesOf(earning, rules);
    Map<Integer, Long> returned = returned(earning.purchase());
    return new Explanation(
        earning,
        purchase,
        terms,
        rules.rate(purchase, then, terms.rounding().mode()),
        Optional.of(returned)
            .filter(lines -> !lines.isEmpty())
            .flatMap(purchase::less)
            .map(rest -> rules.rate(rest, then, terms.rounding().mode())));
  }

  private Map<Integer, Long> returned(TransactionId purchase) {
    return returnedLines.of(List.of(purchase)).stream()
        .collect(
            groupingBy(
                one -> one.line().purchaseLine(), summingLong(one -> one.line().quantity())));
  }
}
