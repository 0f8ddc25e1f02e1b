package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.ledger.Journal.Remark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A member's points as the holder of the account's lock sees them. Each act answers the entry that
 * says what happened; {@link Ledger#write} stores the entries and the new lots.
 */
public final class MemberAccount {

  private final Membership membership;
  private final ChainHead head;
  private final Purse purse;
  private final Debt debt;
  private final List<Lot> newLots = new ArrayList<>();
  private final Journal journal;
  private final boolean hadLapsingLots;

  /**
   * @param debt that the member owes, when it was locked
   * @param head of its chain of entries, when it was locked
   * @param hadLapsingLots some time before it was locked
   */
  public MemberAccount(
      Membership membership,
      long balance,
      long debt,
      ChainHead head,
      boolean hadLapsingLots,
      SpendableLots lots,
      Debts debts) {
    this.membership = membership;
    this.head = head;
    this.hadLapsingLots = hadLapsingLots;
    this.debt = new Debt(membership, debt, debts);
    this.journal = new Journal(membership, balance, this.debt);
    this.purse = new Purse(lots);
  }

  /** Adds a lot that an act will name, or that is to expire. */
  public void add(Lot lot) {
    purse.add(lot);
  }

  /** Adds a lot that holds points which once came from another one, which an act will name. */
  public void add(Lot lot, UUID source) {
    purse.add(lot, source);
  }

  /** No lot comes of no points. */
  public Entry earn(
      long points,
      Occasion purchase,
      int ruleVersion,
      @Nullable Unearned note,
      Life life,
      List<Funding> fundings) {
    UUID entryId = UuidV7.next();
    Map<UUID, Long> changes = points == 0 ? Map.of() : give(entryId, purchase, points, life);
    return record(
        entryId,
        EntryKind.EARNED,
        life.givenAt(),
        purchase,
        new Remark(ruleVersion, 0, 0, note),
        changes,
        fundings);
  }

  public Entry compensate(long points, Occasion compensation, Life life) {
    UUID entryId = UuidV7.next();
    Map<UUID, Long> changes = give(entryId, compensation, points, life);
    return record(
        entryId, EntryKind.COMPENSATED, life.givenAt(), compensation, Remark.NONE, changes);
  }

  /** Gives points that an offer promised. */
  public Entry grant(long points, Occasion offered, Life life) {
    UUID entryId = UuidV7.next();
    Map<UUID, Long> changes = give(entryId, offered, points, life);
    return record(entryId, EntryKind.GRANTED, life.givenAt(), offered, Remark.NONE, changes);
  }

  /**
   * Takes each claim, points of the lot that its purchase made, from that lot or what came of it,
   * then from the lots that expire soonest, at last from those that can't be spent yet. What is
   * spent already can't be taken: the entry's shortfall, which is owed where the program's policy
   * says so.
   *
   * @param fundings what partners get back for the claims, taken or not
   */
  public Entry takeBack(Occasion returned, List<Share> claims, List<Funding> fundings, Instant at) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    long shortfall = 0;
    for (Share claim : claims) {
      long left = purse.drawFrom(claim.lotId(), claim.points(), changes);
      left = purse.draw(left, at, changes);
      shortfall += purse.drawPending(left, at, changes);
    }
    return record(
        UuidV7.next(),
        EntryKind.RETURNED,
        at,
        returned,
        new Remark(null, shortfall, debt.owedOf(shortfall), null),
        changes,
        fundings);
  }

  /**
   * Lets points that came pay what is owed, where the program's policy takes them for it: first for
   * the record that they came for. An entry for each record that owes less since.
   */
  public List<Entry> payDebt(Entry came) {
    return payDebt(came.kind(), came);
  }

  /**
   * @param kind of what gave the points, where they were passed on
   */
  public List<Entry> payDebt(EntryKind kind, Entry came) {
    if (!debt.isPaidBy(kind)) {
      return List.of();
    }
    List<Entry> payments = new ArrayList<>();
    Map<UUID, Long> left = new LinkedHashMap<>();
    came.postings().stream()
        .filter(posting -> posting.lotId() != null && posting.points() > 0)
        .sorted(Comparator.comparing(posting -> lot(posting.lotId()), Lot.SOONEST_TO_EXPIRE))
        .forEach(posting -> left.put(posting.lotId(), posting.points()));
    List<Debt.Part> parts = debt.parts(came.cameFor()::equals);
    parts.addAll(debt.parts(record -> !record.equals(came.cameFor())));
    for (Debt.Part part : parts) {
      Map<UUID, Long> changes = new LinkedHashMap<>();
      long paid = pay(part.points(), left, changes);
      if (paid > 0) {
        Occasion occasion = Occasion.NONE.thatCameFor(part.record());
        payments.add(
            record(
                UuidV7.next(),
                EntryKind.DEBT_PAID,
                came.at(),
                occasion,
                Remark.ofDebt(-paid),
                changes));
      }
    }
    return payments;
  }

  private long pay(long owed, Map<UUID, Long> left, Map<UUID, Long> changes) {
    long paid = 0;
    for (var lot : left.entrySet()) {
      long points =
          Math.min(owed - paid, Math.min(lot.getValue(), purse.lot(lot.getKey()).remaining()));
      if (points > 0) {
        purse.take(new Share(lot.getKey(), points), changes);
        lot.setValue(lot.getValue() - points);
        paid += points;
      }
    }
    return paid;
  }

  /** Lets another account owe what this one owes for some records. */
  void moveDebt(MemberAccount to, Predicate<CustomerId> whose, Occasion merge, Instant at) {
    for (Debt.Part part : debt.parts(whose)) {
      Occasion occasion = merge.thatCameFor(part.record());
      recordDebt(occasion, -part.points(), at);
      to.recordDebt(occasion, part.points(), at);
    }
  }

  private void recordDebt(Occasion occasion, long change, Instant at) {
    record(UuidV7.next(), EntryKind.DEBT_MOVED, at, occasion, Remark.ofDebt(change), Map.of());
  }

  /** All that {@link #redeem} could spend, or {@code enough} at least. */
  public long spendable(long enough, Instant at) {
    long overdrawn = debt.overdrawn();
    return Math.max(0, purse.spendable(enough + overdrawn, at) - overdrawn);
  }

  /** The lots that {@link #redeem} would spend so many points from, in its order, or more. */
  public List<Lot> lotsFor(long points, Instant at) {
    return purse.spendableLots(points, at);
  }

  /** Spends soonest-to-expire first. Throws when there is less; ask {@link #spendable} before. */
  public Entry redeem(long points, Occasion redemption, Instant at) {
    return record(EntryKind.REDEEMED, at, redemption, draw(points, at));
  }

  /** Gives points to another member, as {@link #redeem} would spend them. */
  Entry give(long points, Occasion transfer, Instant at) {
    return record(EntryKind.TRANSFERRED, at, transfer, draw(points, at));
  }

  /** Sets points aside as {@link #redeem} would spend them. */
  public Entry reserve(long points, Occasion redemption, Instant at) {
    return record(EntryKind.RESERVED, at, redemption, draw(points, at));
  }

  /** Spends what was reserved, from the very lots, also of those whose time is over by now. */
  public Entry redeemReserved(Occasion redemption, List<Share> shares, Instant at) {
    release(redemption, shares, at);
    Map<UUID, Long> changes = new LinkedHashMap<>();
    shares.forEach(share -> purse.take(share, changes));
    return record(EntryKind.REDEEMED, at, redemption, changes);
  }

  /** Gives reserved points back to the lots that they came from. */
  public Entry release(Occasion redemption, List<Share> shares, Instant at) {
    return record(EntryKind.RESERVATION_RELEASED, at, redemption, purse.restore(shares));
  }

  /** Gives points back to the lots that they came from, whose expiry stays what it was. */
  public Entry restore(Occasion redemption, List<Share> shares, Instant at) {
    return record(EntryKind.REDEMPTION_REVERSED, at, redemption, purse.restore(shares));
  }

  /** Takes what is left of the lots at hand whose time is over; empty when nothing is. */
  public Optional<Entry> expire(Instant at) {
    Map<UUID, Long> changes = purse.expire(at);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(record(EntryKind.EXPIRED, at, Occasion.NONE, changes));
  }

  /** Lets points go to another account, which receives them. */
  Entry handOver(EntryKind kind, List<Share> shares, Occasion occasion, Instant at) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    shares.forEach(share -> purse.take(share, changes));
    return record(kind, at, occasion, changes);
  }

  /** Takes what another account handed over. */
  Entry receive(EntryKind kind, List<Incoming> incoming, Occasion occasion, Instant at) {
    UUID entryId = UuidV7.next();
    Map<UUID, Long> changes = new LinkedHashMap<>();
    for (Incoming one : incoming) {
      if (one.home() != null) {
        purse.add(one.home());
        purse.bringHome(new Share(one.home().id(), one.points()), one.source(), changes);
      } else {
        Lot lot =
            new Lot(
                UuidV7.next(),
                entryId,
                one.source().transaction(),
                one.points(),
                one.points(),
                one.source().life(),
                one.cameFor(),
                one.source().id());
        newLots.add(lot);
        purse.receive(lot, at);
        changes.put(lot.id(), one.points());
      }
    }
    return record(entryId, kind, at, occasion, Remark.NONE, changes);
  }

  Lot lot(UUID id) {
    return purse.lot(id);
  }

  public Membership membership() {
    return membership;
  }

  public Balance balance(Instant at) {
    return journal.balance(purse.pending(at));
  }

  List<Entry> entries() {
    return journal.entries();
  }

  /** The same, each with the chain's head after it. */
  List<ChainedEntry> chain() {
    Map<UUID, Lot> made = new HashMap<>();
    newLots.forEach(lot -> made.put(lot.id(), lot));
    List<ChainedEntry> chained = new ArrayList<>(entries().size());
    ChainHead last = head;
    for (Entry entry : entries()) {
      last = last.after(EntryStatement.of(last.entries() + 1, entry, made));
      chained.add(new ChainedEntry(entry, last));
    }
    return chained;
  }

  boolean hadLapsingLots() {
    return hadLapsingLots;
  }

  /** Whether some of its lots may lapse. */
  boolean mayLapse() {
    return hadLapsingLots || newLots.stream().anyMatch(Lot::lapses);
  }

  Map<UUID, @Nullable Instant> revived() {
    return purse.revived();
  }

  List<Lot> newLots() {
    return newLots;
  }

  private Map<UUID, Long> draw(long points, Instant at) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    long missing = purse.draw(points, at, changes);
    if (missing > 0) {
      throw new IllegalStateException(missing + " points are missing");
    }
    return changes;
  }

  private Map<UUID, Long> give(UUID entryId, Occasion occasion, long points, Life life) {
    Lot lot =
        new Lot(
            UuidV7.next(),
            entryId,
            occasion.transaction(),
            points,
            points,
            life,
            occasion.cameFor(),
            null);
    newLots.add(lot);
    purse.add(lot);
    return Map.of(lot.id(), points);
  }

  private Entry record(EntryKind kind, Instant at, Occasion occasion, Map<UUID, Long> changes) {
    return record(UuidV7.next(), kind, at, occasion, Remark.NONE, changes);
  }

  private Entry record(
      UUID id,
      EntryKind kind,
      Instant at,
      Occasion occasion,
      Remark remark,
      Map<UUID, Long> changes) {
    return record(id, kind, at, occasion, remark, changes, List.of());
  }

  private Entry record(
      UUID id,
      EntryKind kind,
      Instant at,
      Occasion occasion,
      Remark remark,
      Map<UUID, Long> changes,
      List<Funding> fundings) {
    return journal.record(id, kind, at, occasion, remark, changes, fundings, purse.pending(at));
  }
}
