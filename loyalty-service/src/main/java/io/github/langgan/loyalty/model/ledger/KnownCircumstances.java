package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.Facts;
import io.github.langgan.loyalty.model.tier.Tiers;
import io.github.langgan.loyalty.model.transaction.Purchase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what rules ask for beside the purchases; where none asks, nothing. */
@Singleton
public class KnownCircumstances {

  private final ProgramRules programRules;
  private final Earnings earnings;
  private final CapUses capUses;
  private final Memberships memberships;
  private final Tiers tiers;

  KnownCircumstances(
      ProgramRules programRules,
      Earnings earnings,
      CapUses capUses,
      Memberships memberships,
      Tiers tiers) {
    this.tiers = tiers;
    this.programRules = programRules;
    this.earnings = earnings;
    this.capUses = capUses;
    this.memberships = memberships;
  }

  /**
   * @param standing what some of the purchases earned before
   */
  void know(Worksheet sheet, List<Purchase> purchases, List<Earning> standing) {
    Set<CapBook.Use> uses = new HashSet<>();
    Set<MembershipId> asked = new HashSet<>();
    Set<Member> tiered = new HashSet<>();
    for (Purchase purchase : purchases) {
      for (Member member : sheet.membersOf(purchase.customer())) {
        MembershipId holder = member.membership().id();
        CompiledRules rules = rules(member, member.program().termsAt(purchase.occurredAt()));
        rules
            .capped()
            .forEach(
                capped ->
                    sheet
                        .heldBy(holder)
                        .forEach(
                            held ->
                                uses.add(
                                    CapBook.Use.of(
                                        held,
                                        capped,
                                        purchase.occurredAt(),
                                        member.program().zone()))));
        if (rules.askOfMember()) {
          asked.addAll(sheet.heldBy(holder));
          tiered.add(member);
        }
      }
    }
    if (!uses.isEmpty()) {
      capUses.sums(List.copyOf(uses)).forEach(sheet::know);
    }
    if (!asked.isEmpty()) {
      earnings.amongEarners(asked).forEach(sheet::knowEarner);
      tiers
          .of(tiered.stream().map(Member::membership).toList(), programsOf(tiered))
          .values()
          .forEach(sheet::know);
    }
    Set<TransactionId> capped = capped(sheet, standing);
    if (!capped.isEmpty()) {
      capUses.of(capped).forEach(sheet::know);
    }
  }

  /** Under which a purchase would be rated now, if nothing else comes before it. */
  public Circumstances now(Membership holder, Program program, CompiledRules rules, Instant at) {
    List<MembershipId> held =
        memberships.of(List.of(), List.of(holder.id())).stream()
            .filter(one -> one.program().equals(program.id()))
            .map(Membership::id)
            .toList();
    CapBook book = new CapBook();
    List<CapBook.Use> uses = new ArrayList<>();
    for (EarningRule capped : rules.capped()) {
      held.forEach(one -> uses.add(CapBook.Use.of(one, capped, at, program.zone())));
    }
    if (!uses.isEmpty()) {
      capUses
          .sums(uses)
          .forEach(
              (use, points) ->
                  book.know(new CapBook.Use(holder.id(), use.rule(), use.periodStart()), points));
    }
    Facts facts =
        rules.askOfMember()
            ? new Facts(
                earnings.amongEarners(held).isEmpty(),
                holder.daysUntil(at),
                tiers.of(holder).map(tier -> tier.codeAt(at)).orElse(""))
            : Facts.NONE;
    return new Circumstances(
        facts, book.allowances(holder.id(), rules.capped(), at, program.zone()));
  }

  private static Map<ProgramId, Program> programsOf(Set<Member> members) {
    Map<ProgramId, Program> programs = new HashMap<>();
    members.forEach(one -> programs.put(one.program().id(), one.program()));
    return programs;
  }

  private Set<TransactionId> capped(Worksheet sheet, Collection<Earning> standing) {
    Set<TransactionId> capped = new HashSet<>();
    for (Earning earning : standing) {
      Member member = sheet.member(sheet.holderOf(earning.membership()));
      if (!rules(member, member.program().terms(earning.ruleVersion())).capped().isEmpty()) {
        capped.add(earning.purchase());
      }
    }
    return capped;
  }

  private CompiledRules rules(Member member, Terms terms) {
    return programRules.of(member.program(), terms);
  }
}
