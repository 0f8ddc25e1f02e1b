package io.github.langgan.loyalty.returning;

import static io.github.langgan.loyalty.model.ledger.Sheets.NOW;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.earning.EarnPoints;
import io.github.langgan.loyalty.earning.Earners;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.ProgramRules;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Member;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Sheets;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.rule.Cap;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;
import io.github.langgan.loyalty.model.rule.EarningRule;
import io.github.langgan.loyalty.model.rule.EarningRule.Effect;
import io.github.langgan.loyalty.model.rule.EarningRule.Per;
import io.github.langgan.loyalty.model.rule.RuleCompiler;
import io.github.langgan.loyalty.model.rule.RuleSet;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.github.langgan.loyalty.model.transaction.Return;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import io.github.langgan.loyalty.testing.Purchases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Invariant 5: many partial returns end where one full return ends. */
class PartialReturnsTest {

  private final ProgramRules programRules = new ProgramRules(new RuleCompiler());
  private final EarnPoints earnPoints = Earners.with(programRules);
  private final TakeBackPoints takeBackPoints = new TakeBackPoints(new RateAgain(programRules));

  /** Pieces of a purchase that come back one after the other. */
  record Piece(int line, long quantity) {}

  @Property(tries = 400)
  void many_partial_returns_end_where_one_full_return_ends(
      @ForAll("ruleSets") RuleSet rules,
      @ForAll("purchases") Purchase bought,
      @ForAll long seed,
      @ForAll @IntRange(max = 100) int percentSpent) {
    List<Piece> pieces = pieces(bought, new Random(seed));
    Outcome atOnce = after(rules, bought, percentSpent, List.of(pieces));
    Outcome oneByOne = after(rules, bought, percentSpent, pieces.stream().map(List::of).toList());

    assertThat(oneByOne).isEqualTo(atOnce);
    assertThat(atOnce.standing()).isZero();
  }

  @Property(tries = 400)
  void partial_returns_in_any_grouping_end_alike(
      @ForAll("ruleSets") RuleSet rules,
      @ForAll("purchases") Purchase bought,
      @ForAll long seed,
      @ForAll @IntRange(max = 100) int percentSpent,
      @ForAll @IntRange(max = 100) int percentReturned) {
    List<Piece> all = pieces(bought, new Random(seed));
    List<Piece> pieces = all.subList(0, all.size() * percentReturned / 100);
    List<Piece> reversed = new ArrayList<>(pieces);
    Collections.reverse(reversed);

    assertThat(after(rules, bought, percentSpent, reversed.stream().map(List::of).toList()))
        .isEqualTo(after(rules, bought, percentSpent, List.of(pieces)));
  }

  @Property(tries = 200)
  void a_return_that_comes_before_its_purchase_ends_alike(
      @ForAll("ruleSets") RuleSet rules, @ForAll("purchases") Purchase bought, @ForAll long seed) {
    List<Piece> pieces = pieces(bought, new Random(seed));
    CustomerId customer = new CustomerId(UUID.randomUUID());
    Member member = Sheets.member(customer, Sheets.program(rules));
    Worksheet sheet = Sheets.sheet(member, List.of(bought));
    for (Piece piece : pieces) {
      takeBackPoints.takeBack(back(bought, customer, List.of(piece)), sheet, NOW);
    }
    earnPoints.earn(owned(bought, customer), sheet, NOW);
    takeBackPoints.takeBackEarlier(owned(bought, customer), sheet, NOW);

    assertThat(Sheets.remaining(member)).allMatch(left -> left == 0);
    assertThat(Sheets.entries(member).stream().mapToLong(Entry::points).sum()).isZero();
  }

  /** What is left of each lot, what could not be taken, and what the purchase still counts for. */
  record Outcome(List<Long> remaining, long shortfall, long standing) {}

  private Outcome after(
      RuleSet rules, Purchase bought, int percentSpent, List<List<Piece>> returns) {
    CustomerId customer = new CustomerId(UUID.randomUUID());
    Member member = Sheets.member(customer, Sheets.program(rules));
    Purchase other = purchase(line("TOYS", 7, "1.30"));
    Worksheet sheet = Sheets.sheet(member, List.of(bought, other));
    earnPoints.earn(owned(bought, customer), sheet, NOW);
    earnPoints.earn(owned(other, customer), sheet, NOW);
    long spent = member.account().balance(NOW).active() * percentSpent / 100;
    if (spent > 0) {
      member.account().redeem(spent, Occasion.of(RedemptionId.next()), NOW);
    }
    long shortfall = 0;
    for (List<Piece> pieces : returns) {
      for (var event : takeBackPoints.takeBack(back(bought, customer, pieces), sheet, NOW)) {
        shortfall += event.shortfall();
      }
    }
    return new Outcome(
        Sheets.remaining(member),
        shortfall,
        sheet.earningsOf(bought.id()).iterator().next().standing());
  }

  @Provide
  Arbitrary<RuleSet> ruleSets() {
    Arbitrary<RuleSet> single =
        Arbitraries.of(
                "transaction.total",
                "transaction.total / 3.0",
                "transaction.total * 0.1",
                "transaction.total > 20.0 ? transaction.total * 2.0 : transaction.total",
                "floor(transaction.total / 5.0) * 3.0",
                "10.0")
            .map(expression -> RuleSet.of(EarningRule.only(Per.TRANSACTION, expression)));
    return Arbitraries.oneOf(single, Arbitraries.of(SEVERAL));
  }

  private static final List<RuleSet> SEVERAL =
      List.of(
          RuleSet.of(
              rule("base", Per.LINE, Effect.POINTS, "line.amount", new Cap(30, CapPeriod.DAY)),
              rule("double", Per.TRANSACTION, Effect.FACTOR, "2", new Cap(9, CapPeriod.EVER))),
          RuleSet.of(
              rule("pieces", Per.LINE, Effect.POINTS, "line.quantity", null),
              rule("dear", Per.LINE, Effect.FACTOR, "line.unitPrice > 5.0 ? 3.5 : 0.5", null),
              rule("first", Per.TRANSACTION, Effect.POINTS, "member.firstPurchase ? 7 : 0", null)));

  private static EarningRule rule(
      String name, Per per, Effect effect, String expression, @Nullable Cap cap) {
    return new EarningRule(name, per, null, effect, expression, 0, null, false, cap);
  }

  @Provide
  Arbitrary<Purchase> purchases() {
    Arbitrary<PurchaseLine> lines =
        Combinators.combine(
                Arbitraries.integers().between(1, 9),
                Arbitraries.bigDecimals()
                    .between(BigDecimal.ZERO, new BigDecimal("19.99"))
                    .ofScale(2))
            .as((quantity, price) -> line("HOME", quantity, price.toPlainString()));
    return lines
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(list -> Purchases.purchase(list.toArray(PurchaseLine[]::new)));
  }

  /** All of the purchase, in pieces, in some order. */
  private static List<Piece> pieces(Purchase bought, Random random) {
    List<Piece> pieces = new ArrayList<>();
    for (PurchaseLine line : bought.lines()) {
      long left = line.quantity();
      while (left > 0) {
        long quantity = 1 + random.nextLong(left);
        pieces.add(new Piece(line.number(), quantity));
        left -= quantity;
      }
    }
    Collections.shuffle(pieces, random);
    return pieces;
  }

  private static Purchase owned(Purchase bought, CustomerId customer) {
    return new Purchase(
        bought.id(),
        bought.partner(),
        bought.externalId(),
        customer,
        bought.occurredAt(),
        bought.currency(),
        bought.channel(),
        bought.total(),
        bought.lines());
  }

  private static Return back(Purchase bought, CustomerId customer, List<Piece> pieces) {
    List<ReturnedLine> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      lines.add(new ReturnedLine(lines.size() + 1, bought.id(), piece.line(), piece.quantity()));
    }
    TransactionId id = new TransactionId(UUID.randomUUID());
    return new Return(
        id,
        "acme",
        id.toString(),
        customer,
        bought.occurredAt(),
        "GBP",
        "STORE",
        BigDecimal.ZERO,
        lines);
  }
}
