package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.TransactionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's points as the holder of the account's lock sees them. Each act answers the entry that
 * says what happened; {@link Ledger#write} stores the entries and the new lots.
 */
public final class MemberAccount {

  private final Membership membership;
  private final Purse purse;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Lot> newLots = new ArrayList<>();
  private long balance;

  public MemberAccount(Membership membership, long balance, SpendableLots lots) {
    this.membership = membership;
    this.balance = balance;
    this.purse = new Purse(lots);
  }

  /** Adds a lot that an act will name, or that is to expire. */
  public void add(Lot lot) {
    purse.add(lot);
  }

  /** No lot comes of no points. */
  public Entry earn(
      long points,
      TransactionId purchase,
      int ruleVersion,
      @Nullable Unearned note,
      Instant at,
      @Nullable Instant expiresAt) {
    UUID entryId = UuidV7.next();
    Map<UUID, Long> changes =
        points == 0 ? Map.of() : give(entryId, purchase, points, at, expiresAt);
    return record(
        entryId, EntryKind.EARNED, at, Occasion.of(purchase), ruleVersion, 0, note, changes);
  }

  public Entry compensate(
      long points, CompensationId compensation, Instant at, @Nullable Instant expiresAt) {
    UUID entryId = UuidV7.next();
    Map<UUID, Long> changes = give(entryId, null, points, at, expiresAt);
    return record(
        entryId, EntryKind.COMPENSATED, at, Occasion.of(compensation), null, 0, null, changes);
  }

  /**
   * Takes each claim, points of the lot that its purchase made, from that lot, then from the lots
   * that expire soonest. What is spent already can't be taken: the entry's shortfall.
   */
  public Entry takeBack(TransactionId returned, List<Share> claims, Instant at) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    long shortfall = 0;
    for (Share claim : claims) {
      long left = purse.drawFrom(claim.lotId(), claim.points(), changes);
      shortfall += purse.draw(left, at, changes);
    }
    return record(EntryKind.RETURNED, at, Occasion.of(returned), shortfall, changes);
  }

  /** All that {@link #redeem} could spend, or {@code enough} at least. */
  public long spendable(long enough, Instant at) {
    return purse.spendable(enough, at);
  }

  /** Spends soonest-to-expire first. Throws when there is less; ask {@link #spendable} before. */
  public Entry redeem(long points, RedemptionId redemption, Instant at) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    long missing = purse.draw(points, at, changes);
    if (missing > 0) {
      throw new IllegalStateException(missing + " points are missing");
    }
    return record(EntryKind.REDEEMED, at, Occasion.of(redemption), 0, changes);
  }

  /** Gives points back to the lots that they came from, whose expiry stays what it was. */
  public Entry restore(RedemptionId redemption, List<Share> shares, Instant at) {
    return record(
        EntryKind.REDEMPTION_REVERSED, at, Occasion.of(redemption), 0, purse.restore(shares));
  }

  /** Takes what is left of the lots at hand whose time is over; empty when nothing is. */
  public Optional<Entry> expire(Instant at) {
    Map<UUID, Long> changes = purse.expire(at);
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(record(EntryKind.EXPIRED, at, Occasion.NONE, 0, changes));
  }

  public Membership membership() {
    return membership;
  }

  public Balance balance() {
    return Balance.of(balance);
  }

  List<Entry> entries() {
    return entries;
  }

  List<Lot> newLots() {
    return newLots;
  }

  private Map<UUID, Long> give(
      UUID entryId,
      @Nullable TransactionId purchase,
      long points,
      Instant at,
      @Nullable Instant expiresAt) {
    Lot lot = new Lot(UuidV7.next(), entryId, purchase, points, points, at, expiresAt);
    newLots.add(lot);
    purse.add(lot);
    return Map.of(lot.id(), points);
  }

  private Entry record(
      EntryKind kind, Instant at, Occasion occasion, long shortfall, Map<UUID, Long> changes) {
    return record(UuidV7.next(), kind, at, occasion, null, shortfall, null, changes);
  }

  private Entry record(
      UUID id,
      EntryKind kind,
      Instant at,
      Occasion occasion,
      @Nullable Integer ruleVersion,
      long shortfall,
      @Nullable Unearned note,
      Map<UUID, Long> changes) {
    balance += changes.values().stream().mapToLong(Long::longValue).sum();
    Entry entry =
        new Entry(
            id,
            kind,
            membership.id(),
            membership.customer(),
            membership.program(),
            at,
            occasion,
            ruleVersion,
            shortfall,
            note,
            postings(kind, changes),
            balance);
    entries.add(entry);
    return entry;
  }

  private List<Posting> postings(EntryKind kind, Map<UUID, Long> changes) {
    List<Posting> postings = new ArrayList<>(changes.size() + 1);
    long sum = 0;
    for (var change : changes.entrySet()) {
      postings.add(new Posting(membership.accountId(), change.getKey(), change.getValue()));
      sum += change.getValue();
    }
    if (sum != 0) {
      postings.add(new Posting(kind.counterpart().idFor(membership.program()), null, -sum));
    }
    return postings;
  }
}
