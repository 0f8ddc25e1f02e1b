package io.github.langgan.loyalty.model.ledger;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Meanings;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.rule.Circumstances;
import io.github.langgan.loyalty.model.rule.CompiledRules;
import io.github.langgan.loyalty.model.rule.Facts;
import io.github.langgan.loyalty.model.rule.Rating;
import io.github.langgan.loyalty.model.tier.MemberTier;
import io.github.langgan.loyalty.model.transaction.EarlierReturn;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.Return;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of transactions is rated on: read under locks by {@link Worksheets#open}, changed
 * here in the order of events, written whole by {@link Worksheets#close}.
 */
public final class Worksheet {

  private final Members members;
  private final Map<TransactionId, Purchase> purchases = new HashMap<>();
  private final Map<TransactionId, Map<MembershipId, Earning>> earnings = new HashMap<>();
  private final Map<TransactionId, List<EarlierReturn>> returns = new HashMap<>();
  private final Map<TakeBackKey, TakeBack> takeBacks = new HashMap<>();

  /** By the membership that holds the points now. */
  private final Set<TakeBackKey> taken = new HashSet<>();

  private final Set<PartnersNumber> numbers = new HashSet<>();
  private final CapBook capBook = new CapBook();
  private final TierBook tierBook = new TierBook();
  private final Set<MembershipId> earners = new HashSet<>();

  private final List<EarlierReturn> newReturns = new ArrayList<>();
  private final Map<EarningKey, Earning> newEarnings = new LinkedHashMap<>();
  private final Map<EarningKey, Earning> changedEarnings = new LinkedHashMap<>();
  private final Map<TakeBackKey, TakeBack> changedTakeBacks = new LinkedHashMap<>();

  private record EarningKey(TransactionId purchase, MembershipId membership) {}

  private record TakeBackKey(TransactionId returned, MembershipId membership) {}

  private record PartnersNumber(MembershipId membership, String partner, String externalId) {}

  /**
   * @param members that hold points
   * @param united memberships, whose points are held by one of the members
   */
  Worksheet(
      Collection<Member> members,
      Collection<Membership> united,
      Collection<Purchase> purchases,
      Meanings meanings) {
    this.members = new Members(members, united, meanings);
    purchases.forEach(purchase -> this.purchases.put(purchase.id(), purchase));
  }

  /** Of the customer whom a record means, the oldest membership first; none for nobody. */
  public List<Member> membersOf(@Nullable CustomerId record) {
    return members.of(record);
  }

  /** The membership that holds the points of one that may be united into it. */
  public MembershipId holderOf(MembershipId id) {
    return members.holderOf(id);
  }

  /** All whose points this one holds, itself too. */
  List<MembershipId> heldBy(MembershipId holder) {
    return members.heldBy(holder);
  }

  public Member member(MembershipId id) {
    return members.get(id);
  }

  public Optional<Purchase> purchase(TransactionId id) {
    return Optional.ofNullable(purchases.get(id));
  }

  /** What a purchase earned, by membership. */
  public Collection<Earning> earningsOf(TransactionId purchase) {
    return List.copyOf(earnings.getOrDefault(purchase, Map.of()).values());
  }

  /**
   * In the membership's program, whoever was its member then: under its id, or under its partner's
   * number.
   */
  public boolean hasEarned(Purchase purchase, MembershipId membership) {
    ProgramId program = member(membership).program().id();
    return earnings.getOrDefault(purchase.id(), Map.of()).keySet().stream()
            .anyMatch(one -> member(holderOf(one)).program().id().equals(program))
        || numbers.contains(
            new PartnersNumber(membership, purchase.partner(), purchase.externalId()));
  }

  /** Under which a member's purchase is rated now. */
  public Circumstances circumstances(Purchase purchase, Member member, CompiledRules rules) {
    MembershipId holder = member.membership().id();
    Facts facts =
        rules.askOfMember()
            ? new Facts(
                !earners.contains(holder),
                member.membership().daysUntil(purchase.occurredAt()),
                tierBook.codeOf(holder, purchase.occurredAt()))
            : Facts.NONE;
    return new Circumstances(
        facts,
        capBook.allowances(holder, rules.capped(), purchase.occurredAt(), member.program().zone()));
  }

  /** Under which a purchase was rated when it earned. */
  public Circumstances circumstancesOf(Earning earning, CompiledRules rules) {
    return new Circumstances(
        requireNonNullElse(earning.facts(), Facts.NONE),
        capBook.allowancesOf(earning, rules.capped()));
  }

  public void earned(Earning earning) {
    know(earning);
    newEarnings.put(key(earning), earning);
  }

  public void earned(Earning earning, Rated rated) {
    earned(earning);
    capBook.gave(earning, rated);
    countForTier(earning);
    if (earning.points() > 0) {
      earners.add(earning.membership());
    }
  }

  /** The rest of a purchase is worth less. */
  public void worthLess(Earning earning, Rating rest) {
    capBook.reduce(earning, rest.byRule(), holderOf(earning.membership()));
  }

  /** Claims points of an earning back. */
  public void claimed(Earning earning, long points) {
    Earning changed = earning.claiming(points);
    know(changed);
    countForTier(changed);
    if (newEarnings.replace(key(changed), changed) == null) {
      changedEarnings.put(key(changed), changed);
    }
  }

  /** What came back of a purchase so far, the oldest return first. */
  public List<EarlierReturn> returnsOf(TransactionId purchase) {
    return List.copyOf(returns.getOrDefault(purchase, List.of()));
  }

  /** Notes the lines of a return, once. */
  public void returned(Return back) {
    for (var line : back.lines()) {
      EarlierReturn noted = new EarlierReturn(back.id(), line);
      List<EarlierReturn> known =
          returns.computeIfAbsent(line.purchase(), purchase -> new ArrayList<>());
      if (!known.contains(noted)) {
        known.add(noted);
        newReturns.add(noted);
      }
    }
  }

  public boolean hasTakenBack(TransactionId returned, MembershipId membership) {
    return taken.contains(new TakeBackKey(returned, membership));
  }

  public void tookBack(TakeBack takeBack) {
    TakeBackKey key = new TakeBackKey(takeBack.returned(), takeBack.membership());
    taken.add(key);
    changedTakeBacks.put(key, takeBacks.merge(key, takeBack, TakeBack::plus));
  }

  void know(Earning earning) {
    earnings
        .computeIfAbsent(earning.purchase(), purchase -> new LinkedHashMap<>())
        .put(earning.membership(), earning);
    numbers.add(
        new PartnersNumber(
            holderOf(earning.membership()), earning.partner(), earning.externalId()));
  }

  void know(EarlierReturn line) {
    returns.computeIfAbsent(line.line().purchase(), purchase -> new ArrayList<>()).add(line);
  }

  void know(TakeBack takeBack) {
    takeBacks.put(new TakeBackKey(takeBack.returned(), takeBack.membership()), takeBack);
    taken.add(new TakeBackKey(takeBack.returned(), holderOf(takeBack.membership())));
  }

  void know(CapBook.Use use, BigDecimal points) {
    capBook.know(new CapBook.Use(holderOf(use.holder()), use.rule(), use.periodStart()), points);
  }

  void know(CappedPoints one) {
    capBook.know(one);
  }

  void know(MemberTier tier) {
    tierBook.know(tier);
  }

  private void countForTier(Earning earning) {
    MembershipId holder = holderOf(earning.membership());
    if (tierBook.knows(holder)) {
      tierBook.count(earning, holder, rest(earning.purchase()));
    }
  }

  /** What is left of a purchase; null when all came back. */
  private @Nullable Purchase rest(TransactionId purchase) {
    Map<Integer, Long> back =
        returnsOf(purchase).stream()
            .map(EarlierReturn::line)
            .collect(groupingBy(ReturnedLine::purchaseLine, summingLong(ReturnedLine::quantity)));
    return purchase(purchase).flatMap(one -> one.less(back)).orElse(null);
  }

  void knowEarner(MembershipId membership) {
    earners.add(holderOf(membership));
  }

  public Collection<Member> members() {
    return members.all();
  }

  List<EarlierReturn> newReturns() {
    return newReturns;
  }

  List<Earning> newEarnings() {
    return List.copyOf(newEarnings.values());
  }

  List<Earning> changedEarnings() {
    return List.copyOf(changedEarnings.values());
  }

  List<CappedPoints> changedCappedPoints() {
    return capBook.changed();
  }

  List<TakeBack> changedTakeBacks() {
    return List.copyOf(changedTakeBacks.values());
  }

  private static EarningKey key(Earning earning) {
    return new EarningKey(earning.purchase(), earning.membership());
  }
}
