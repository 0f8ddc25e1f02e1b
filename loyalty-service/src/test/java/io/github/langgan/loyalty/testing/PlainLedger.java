package io.github.langgan.loyalty.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one member in the plainest terms, to compare the real one with: a point for each
 * whole pound of a purchase, or of what is left of it.
 */
public final class PlainLedger {

  /**
   * What became of a lot.
   *
   * @param expiresAt null: nothing is left that could
   */
  public record PlainLot(
      UUID purchase,
      long earned,
      long remaining,
      long reserved,
      long redeemed,
      long expired,
      long reversed,
      long moved,
      @Nullable Instant expiresAt) {}

  private static final class Lot {
    UUID purchase;
    long earned;
    long remaining;
    long reserved;
    long redeemed;
    long expired;
    long reversed;
    long moved;
    Instant activeAt;
    Instant expiresAt;
    Lot source;

    boolean comesOf(Lot other) {
      return this == other || source != null && source.comesOf(other);
    }
  }

  private static final class Order {
    BigDecimal unitPrice;
    long left;
    long counts;
    Lot lot;
  }

  private final boolean owes;
  private final boolean anythingPays;
  private final @Nullable Integer lapseDays;
  private final List<Lot> lots = new ArrayList<>();
  private final Map<UUID, Order> orders = new LinkedHashMap<>();
  private final Map<UUID, Map<Lot, Long>> redemptions = new HashMap<>();
  private final Map<UUID, Map<Lot, Long>> reservations = new HashMap<>();
  private final Map<UUID, Instant> reservedUntil = new HashMap<>();
  private @Nullable LocalDate lastActive;
  private long debt;

  /**
   * @param spentPoints of the program's return policy
   * @param lapseDays of inactivity after which points expire; null: they expire when they are told
   *     to
   */
  public PlainLedger(String spentPoints, @Nullable Integer lapseDays) {
    this.lapseDays = lapseDays;
    owes = !spentPoints.equals("WITHIN_BALANCE");
    anythingPays = spentPoints.equals("NEGATIVE_BALANCE");
  }

  public void buy(
      UUID purchase,
      long quantity,
      BigDecimal unitPrice,
      Instant now,
      Instant activeAt,
      Instant expiresAt) {
    Order order = new Order();
    order.unitPrice = unitPrice;
    order.left = quantity;
    order.counts = worth(unitPrice, quantity);
    orders.put(purchase, order);
    if (order.counts > 0) {
      Lot lot = new Lot();
      lot.purchase = purchase;
      lot.earned = order.counts;
      lot.remaining = order.counts;
      lot.activeAt = activeAt;
      lot.expiresAt = expiresAt;
      lots.add(lot);
      order.lot = lot;
      pay(lot, lot.earned);
    }
    isActive(now);
  }

  private void isActive(Instant now) {
    lastActive = now.atZone(ZoneOffset.UTC).toLocalDate();
    living(now).stream().filter(lot -> lot.remaining > 0).forEach(this::postpone);
  }

  private void postpone(Lot lot) {
    if (lapseDays != null && lastActive != null) {
      Instant time = lastActive.plusDays(lapseDays + 1).atStartOfDay(ZoneOffset.UTC).toInstant();
      lot.expiresAt = time.isAfter(lot.expiresAt) ? time : lot.expiresAt;
    }
  }

  public void giveBack(UUID purchase, long quantity, Instant now) {
    Order order = orders.get(purchase);
    order.left -= quantity;
    long claim = order.counts - worth(order.unitPrice, order.left);
    order.counts -= claim;
    List<Lot> from = new ArrayList<>();
    if (order.lot != null) {
      lots.stream().filter(lot -> lot.comesOf(order.lot)).forEach(from::add);
    }
    from.addAll(spendable(now));
    from.addAll(living(now));
    for (Lot lot : from) {
      long taken = Math.min(claim, lot.remaining);
      lot.remaining -= taken;
      lot.reversed += taken;
      claim -= taken;
    }
    debt += owes ? claim : 0;
  }

  private void pay(Lot lot, long points) {
    long paid = Math.min(debt, points);
    debt -= paid;
    lot.remaining -= paid;
    lot.reversed += paid;
  }

  /** False when there are too few points. */
  public boolean redeem(long points, Instant now) {
    return Math.max(0, active(now)) >= points;
  }

  public void redeemed(UUID redemption, long points, Instant now) {
    reserved(redemption, points, now, now);
    confirmed(redemption, now);
  }

  public void reserved(UUID redemption, long points, Instant now, Instant until) {
    Map<Lot, Long> shares = new LinkedHashMap<>();
    long left = points;
    for (Lot lot : spendable(now)) {
      long taken = Math.min(left, lot.remaining);
      lot.remaining -= taken;
      lot.reserved += taken;
      left -= taken;
      shares.put(lot, taken);
    }
    reservations.put(redemption, shares);
    reservedUntil.put(redemption, until);
    if (points > 0) {
      isActive(now);
    }
  }

  /** To another member; asked before whether there are enough. */
  public void give(PlainLedger to, long points, Instant now) {
    long left = points;
    for (Lot lot : spendable(now)) {
      long taken = Math.min(left, lot.remaining);
      lot.remaining -= taken;
      lot.moved += taken;
      left -= taken;
      if (taken > 0) {
        to.receive(lot, taken);
      }
    }
  }

  private void receive(Lot source, long points) {
    Lot lot = new Lot();
    lot.purchase = source.purchase;
    lot.earned = points;
    lot.remaining = points;
    lot.activeAt = source.activeAt;
    lot.expiresAt = source.expiresAt;
    lot.source = source;
    lots.add(lot);
    postpone(lot);
    if (anythingPays) {
      pay(lot, points);
    }
  }

  /** Nothing, of one that holds no points here. */
  public void confirmed(UUID redemption, Instant now) {
    Map<Lot, Long> shares = reservations.remove(redemption);
    if (shares == null) {
      return;
    }
    shares.forEach(
        (lot, points) -> {
          lot.reserved -= points;
          lot.redeemed += points;
        });
    redemptions.put(redemption, shares);
    if (shares.values().stream().anyMatch(points -> points > 0)) {
      isActive(now);
    }
  }

  public void released(UUID redemption) {
    Optional.ofNullable(reservations.remove(redemption))
        .orElse(Map.of())
        .forEach(
            (lot, points) -> {
              lot.reserved -= points;
              giveBack(lot, points);
            });
  }

  /** The whole redemption. */
  public void reverse(UUID redemption) {
    Optional.ofNullable(redemptions.remove(redemption))
        .orElse(Map.of())
        .forEach(
            (lot, points) -> {
              lot.redeemed -= points;
              giveBack(lot, points);
            });
  }

  private void giveBack(Lot lot, long points) {
    if (lot.remaining == 0 && points > 0) {
      postpone(lot);
    }
    lot.remaining += points;
    pay(lot, points);
  }

  private void expire(Instant now) {
    for (Lot lot : lots) {
      if (!now.isBefore(lot.expiresAt)) {
        lot.expired += lot.remaining;
        lot.remaining = 0;
      }
    }
  }

  public List<PlainLot> lots() {
    return lots.stream()
        .map(
            lot ->
                new PlainLot(
                    lot.purchase,
                    lot.earned,
                    lot.remaining,
                    lot.reserved,
                    lot.redeemed,
                    lot.expired,
                    lot.reversed,
                    lot.moved,
                    lot.remaining == 0 ? null : lot.expiresAt))
        .toList();
  }

  public long active(Instant now) {
    return spendable(now).stream().mapToLong(lot -> lot.remaining).sum()
        - (anythingPays ? debt : 0);
  }

  public long pending(Instant now) {
    return balance() - spendable(now).stream().mapToLong(lot -> lot.remaining).sum();
  }

  public long debt() {
    return debt;
  }

  /** Also of points that can't be spent yet. */
  public long balance() {
    return lots.stream().mapToLong(lot -> lot.remaining).sum();
  }

  /** Purchases of which something can still come back, with how much. */
  public Map<UUID, Long> returnable() {
    Map<UUID, Long> returnable = new LinkedHashMap<>();
    orders.forEach(
        (purchase, order) -> {
          if (order.left > 0) {
            returnable.put(purchase, order.left);
          }
        });
    return returnable;
  }

  /** Reservations whose time is over, then lots. */
  public void letTimePassUntil(Instant now) {
    open().stream().filter(one -> !now.isBefore(reservedUntil.get(one))).forEach(this::released);
    expire(now);
  }

  public List<UUID> open() {
    return reservations.keySet().stream().sorted().toList();
  }

  public List<UUID> reversible() {
    return redemptions.keySet().stream().sorted().toList();
  }

  private List<Lot> spendable(Instant now) {
    List<Lot> spendable = living(now);
    spendable.removeIf(lot -> now.isBefore(lot.activeAt));
    return spendable;
  }

  private List<Lot> living(Instant now) {
    List<Lot> living = new ArrayList<>(lots);
    living.removeIf(lot -> !now.isBefore(lot.expiresAt));
    living.sort(Comparator.comparing(lot -> lot.expiresAt));
    return living;
  }

  private static long worth(BigDecimal unitPrice, long quantity) {
    return unitPrice
        .multiply(BigDecimal.valueOf(quantity))
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }
}
