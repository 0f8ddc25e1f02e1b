package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.TransactionId;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Points given together, expiring together, and what is left of them. */
public final class Lot {

  /** The order in which lots are spent; those that never expire come last. */
  public static final Comparator<Lot> SOONEST_TO_EXPIRE =
      Comparator.<Lot, Instant>comparing(
              lot -> lot.expiresAt() == null ? Instant.MAX : lot.expiresAt())
          .thenComparing(lot -> lot.id.toString());

  private final UUID id;
  private final UUID entryId;
  private final @Nullable TransactionId transaction;
  private final long original;
  private final Life life;
  private final @Nullable CustomerId cameFor;
  private final @Nullable UUID fromLot;
  private long remaining;

  /**
   * @param cameFor the record that the points came for; null: the one that the membership came for
   * @param fromLot of another account, that they were in before
   */
  public Lot(
      UUID id,
      UUID entryId,
      @Nullable TransactionId transaction,
      long original,
      long remaining,
      Life life,
      @Nullable CustomerId cameFor,
      @Nullable UUID fromLot) {
    this.id = id;
    this.entryId = entryId;
    this.transaction = transaction;
    this.original = original;
    this.remaining = remaining;
    this.life = life;
    this.cameFor = cameFor;
    this.fromLot = fromLot;
  }

  /** Takes at most {@code points}; answers how many it took. */
  long take(long points) {
    long taken = Math.min(points, remaining);
    remaining -= taken;
    return taken;
  }

  void give(long points) {
    if (remaining + points > original) {
      throw new IllegalArgumentException("lot " + id + " can't hold " + points + " more points");
    }
    remaining += points;
  }

  public boolean isAliveAt(Instant at) {
    return !life.isOverAt(at);
  }

  boolean isPendingAt(Instant at) {
    return life.isPendingAt(at);
  }

  boolean isSpendableAt(Instant at) {
    return isAliveAt(at) && !isPendingAt(at);
  }

  public Life life() {
    return life;
  }

  public UUID id() {
    return id;
  }

  public UUID entryId() {
    return entryId;
  }

  public @Nullable TransactionId transaction() {
    return transaction;
  }

  public long original() {
    return original;
  }

  public long remaining() {
    return remaining;
  }

  public Instant givenAt() {
    return life.givenAt();
  }

  public @Nullable CustomerId cameFor() {
    return cameFor;
  }

  public @Nullable UUID fromLot() {
    return fromLot;
  }

  /** Expires when its member is inactive for long enough. */
  boolean lapses() {
    return life.lapsesAfter() != null;
  }

  /** Null: never. */
  public @Nullable Instant expiresAt() {
    return life.expiresAt();
  }
}
