package io.github.langgan.loyalty.returning;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.github.langgan.loyalty.contract.PointsReversedV1;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.ledger.Earning;
import io.github.langgan.loyalty.model.ledger.Entry;
import io.github.langgan.loyalty.model.ledger.Funding;
import io.github.langgan.loyalty.model.ledger.Member;
import io.github.langgan.loyalty.model.ledger.Occasion;
import io.github.langgan.loyalty.model.ledger.Share;
import io.github.langgan.loyalty.model.ledger.TakeBack;
import io.github.langgan.loyalty.model.ledger.Worksheet;
import io.github.langgan.loyalty.model.transaction.EarlierReturn;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.Return;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rates what is left of a purchase and claims the difference, from whoever earned on it. What is
 * spent already is told as a shortfall, and owed where the program's policy says so.
 */
@Singleton
public class TakeBackPoints {

  private final RateAgain rateAgain;

  TakeBackPoints(RateAgain rateAgain) {
    this.rateAgain = rateAgain;
  }

  /** One answer for each membership that the return concerns: its owner's and its purchases'. */
  public List<PointsReversedV1> takeBack(Return back, Worksheet sheet, Instant now) {
    sheet.returned(back);
    List<PointsReversedV1> events = new ArrayList<>();
    for (MembershipId membership : concernedBy(back, sheet)) {
      if (!sheet.hasTakenBack(back.id(), membership)) {
        List<Claim> claims = new ArrayList<>();
        @Nullable CustomerId owner = back.customer();
        for (TransactionId purchase : purchasesOf(back)) {
          Optional<Claim> claimed = claim(purchase, membership, sheet.returnsOf(purchase), sheet);
          owner = claimed.isEmpty() ? owner : buyer(purchase, sheet);
          claimed.ifPresent(claims::add);
        }
        Occasion occasion = Occasion.of(back.id()).thatCameFor(owner);
        events.add(take(back.id(), membership, occasion, claims, sheet, now));
      }
    }
    return events;
  }

  /** For returns that came before their purchase had earned. */
  public List<PointsReversedV1> takeBackEarlier(Purchase purchase, Worksheet sheet, Instant now) {
    List<EarlierReturn> all = sheet.returnsOf(purchase.id());
    List<PointsReversedV1> events = new ArrayList<>();
    for (Earning earning : sheet.earningsOf(purchase.id())) {
      for (int end : endsOfReturns(all)) {
        MembershipId holder = sheet.holderOf(earning.membership());
        Optional<Claim> claim = claim(purchase.id(), holder, all.subList(0, end), sheet);
        if (claim.isPresent()) {
          TransactionId returned = all.get(end - 1).returned();
          Occasion occasion = Occasion.of(returned).thatCameFor(purchase.customer());
          events.add(take(returned, holder, occasion, List.of(claim.get()), sheet, now));
        }
      }
    }
    return events;
  }

  private PointsReversedV1 take(
      TransactionId returned,
      MembershipId membership,
      Occasion occasion,
      List<Claim> claims,
      Worksheet sheet,
      Instant now) {
    List<Share> points = claims.stream().map(Claim::points).toList();
    List<Funding> fundings = claims.stream().flatMap(one -> one.fundings().stream()).toList();
    Entry entry = sheet.member(membership).account().takeBack(occasion, points, fundings, now);
    sheet.tookBack(new TakeBack(returned, membership, -entry.points(), entry.shortfall()));
    return PointsReversedV1.of(entry);
  }

  /** Whose points are taken; null for a return of what is not known yet. */
  private static @Nullable CustomerId buyer(TransactionId purchase, Worksheet sheet) {
    return sheet.purchase(purchase).map(Purchase::customer).orElse(null);
  }

  /**
   * What a purchase is worth less.
   *
   * @param fundings what its partner gets back
   */
  private record Claim(Share points, List<Funding> fundings) {}

  /** Empty when the purchase is worth what it was, or never earned. */
  private Optional<Claim> claim(
      TransactionId purchase,
      MembershipId membership,
      List<EarlierReturn> returns,
      Worksheet sheet) {
    for (Earning earning : sheet.earningsOf(purchase)) {
      if (sheet.holderOf(earning.membership()).equals(membership) && earning.standing() > 0) {
        Member member = sheet.member(membership);
        long claim =
            rateAgain.lost(
                earning,
                member.program(),
                sheet.purchase(purchase).orElseThrow(),
                sum(returns),
                sheet);
        if (claim > 0) {
          sheet.claimed(earning, claim);
          return Optional.of(
              new Claim(
                  new Share(requireNonNull(earning.lotId()), claim),
                  Funding.of(
                      member.program().id(),
                      member.program().terms(earning.ruleVersion()),
                      earning.partner(),
                      earning.standing(),
                      earning.standing() - claim)));
        }
      }
    }
    return Optional.empty();
  }

  /** Behind the last line of each return. */
  private static List<Integer> endsOfReturns(List<EarlierReturn> lines) {
    return IntStream.rangeClosed(1, lines.size())
        .filter(
            end ->
                end == lines.size()
                    || !lines.get(end).returned().equals(lines.get(end - 1).returned()))
        .boxed()
        .toList();
  }

  private static Map<Integer, Long> sum(List<EarlierReturn> returns) {
    return returns.stream()
        .map(EarlierReturn::line)
        .collect(groupingBy(ReturnedLine::purchaseLine, summingLong(ReturnedLine::quantity)));
  }

  private static Set<MembershipId> concernedBy(Return back, Worksheet sheet) {
    Set<MembershipId> concerned = new LinkedHashSet<>();
    sheet.membersOf(back.customer()).forEach(member -> concerned.add(member.membership().id()));
    for (TransactionId purchase : purchasesOf(back)) {
      sheet
          .earningsOf(purchase)
          .forEach(earning -> concerned.add(sheet.holderOf(earning.membership())));
    }
    return concerned;
  }

  private static Set<TransactionId> purchasesOf(Return back) {
    Set<TransactionId> purchases = new LinkedHashSet<>();
    back.lines().forEach(line -> purchases.add(line.purchase()));
    return purchases;
  }
}
