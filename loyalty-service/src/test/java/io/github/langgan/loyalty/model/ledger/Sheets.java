package io.github.langgan.loyalty.model.ledger;

import static io.github.langgan.loyalty.model.rule.EarningRule.Per.TRANSACTION;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.RuleSet;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Worksheets without a database: one member, and the purchases that the test names. */
public final class Sheets {

  public static final Instant NOW = Instant.parse("2026-01-06T04:00:00Z");

  private Sheets() {}

  public static Program program(String expression) {
    return program(RuleSet.of(EarningRule.only(TRANSACTION, expression)));
  }

  public static Program program(RuleSet rules) {
    return new Program(
        ProgramId.next(),
        "Club",
        "GBP",
        ZoneOffset.UTC,
        EarnsFrom.ALWAYS,
        "700000",
        List.of(new Terms(1, NOW, Rounding.DOWN, null, 0, null, List.of(), rules)),
        List.of(),
        NOW,
        1);
  }

  public static Member member(CustomerId customer, Program program) {
    Membership membership =
        new Membership(
            MembershipId.next(), customer, customer, program.id(), UUID.randomUUID(), NOW, null);
    return new Member(
        program,
        new MemberAccount(
            membership, 0, 0, ChainHead.START, false, SpendableLots.NONE, Debts.NONE));
  }

  public static Worksheet sheet(Member member, Collection<Purchase> purchases) {
    return new Worksheet(List.of(member), List.of(), purchases, new Meanings(Map.of()));
  }

  /** By lot: what is left, the oldest lot first. */
  public static List<Long> remaining(Member member) {
    return member.account().newLots().stream().map(Lot::remaining).toList();
  }

  public static List<Entry> entries(Member member) {
    return member.account().entries();
  }
}
