package io.github.langgan.loyalty.model.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lots of an account, as many as were needed so far: some were given, the others are fetched in
 * the order of spending. What moves is told as changes by lot.
 */
final class Purse {

  private final Map<UUID, Lot> lots = new HashMap<>();
  private final Map<UUID, Set<Lot>> heirs = new HashMap<>();
  private final TreeSet<Lot> spending = new TreeSet<>(Lot.SOONEST_TO_EXPIRE);
  private final SpendableLots more;
  private final Map<UUID, @Nullable Instant> revived = new LinkedHashMap<>();
  private @Nullable Lot lastFetched;
  private boolean allFetched;
  private long fetched;

  Purse(SpendableLots more) {
    this.more = more;
  }

  void add(Lot lot) {
    add(lot, lot.id());
  }

  /** A lot that holds points which were once in another one. */
  void add(Lot lot, UUID source) {
    Lot known = lots.computeIfAbsent(lot.id(), id -> lot);
    spending.add(known);
    heirs.computeIfAbsent(source, id -> new LinkedHashSet<>()).add(known);
  }

  Lot lot(UUID id) {
    return requireNonNull(lots.get(id), "lot");
  }

  /** All that can be spent, or {@code enough} at least. */
  long spendable(long enough, Instant at) {
    fetch(enough, at);
    return spending.stream().filter(lot -> lot.isSpendableAt(at)).mapToLong(Lot::remaining).sum();
  }

  /** The lots of {@link #spendable}, soonest to expire first. */
  List<Lot> spendableLots(long enough, Instant at) {
    fetch(enough, at);
    return spending.stream().filter(lot -> lot.isSpendableAt(at)).toList();
  }

  /**
   * Takes soonest-to-expire first from the lots that can be spent.
   *
   * @param changes is added to
   * @return what could not be taken
   */
  long draw(long points, Instant at, Map<UUID, Long> changes) {
    fetch(points, at);
    long left = points;
    for (Lot lot : spending) {
      if (left == 0) {
        break;
      }
      if (lot.isSpendableAt(at)) {
        left -= take(lot, left, changes);
      }
    }
    return left;
  }

  /** The same, from those that can't be spent yet. */
  long drawPending(long points, Instant at, Map<UUID, Long> changes) {
    long left = points;
    for (Lot lot : spending) {
      if (lot.isAliveAt(at) && lot.isPendingAt(at)) {
        left -= take(lot, left, changes);
      }
    }
    return left;
  }

  long pending(Instant at) {
    return spending.stream().filter(lot -> lot.isPendingAt(at)).mapToLong(Lot::remaining).sum();
  }

  /** Takes from one lot and its heirs, alive or not; answers what could not be taken. */
  long drawFrom(UUID lotId, long points, Map<UUID, Long> changes) {
    long left = points;
    for (Lot lot : heirs.getOrDefault(lotId, Set.of())) {
      left -= take(lot, left, changes);
    }
    return left;
  }

  /** Takes exactly this share. */
  void take(Share share, Map<UUID, Long> changes) {
    if (take(lot(share.lotId()), share.points(), changes) < share.points()) {
      throw new IllegalArgumentException("lot " + share.lotId() + " has less");
    }
  }

  void give(Share share, Map<UUID, Long> changes) {
    Lot lot = lot(share.lotId());
    if (lot.lapses() && lot.remaining() == 0) {
      revived.putIfAbsent(lot.id(), null);
    }
    lot.give(share.points());
    changes.merge(share.lotId(), share.points(), Long::sum);
  }

  /** Gives points back to a lot that they were in before they were in another one. */
  void bringHome(Share share, Lot from, Map<UUID, Long> changes) {
    if (lot(share.lotId()).lapses()) {
      revived.put(share.lotId(), from.expiresAt());
    }
    give(share, changes);
  }

  /** A new lot of points from another account. */
  void receive(Lot lot, Instant at) {
    add(lot);
    if (lot.lapses() && lot.isAliveAt(at)) {
      revived.put(lot.id(), null);
    }
  }

  /**
   * Lots that lapse and that got points which they didn't have at the account's last activity. With
   * the time until which the points would have lived elsewhere; null: what they have tells.
   */
  Map<UUID, @Nullable Instant> revived() {
    return revived;
  }

  Map<UUID, Long> restore(List<Share> shares) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    shares.forEach(share -> give(share, changes));
    return changes;
  }

  Map<UUID, Long> expire(Instant at) {
    Map<UUID, Long> changes = new LinkedHashMap<>();
    for (Lot lot : spending) {
      if (!lot.isAliveAt(at)) {
        take(lot, lot.remaining(), changes);
      }
    }
    return changes;
  }

  /**
   * Fetches until the soonest lots hold so many points. Lots given besides can only make fewer of
   * the fetched ones necessary, so a draw never needs one that is still in the database.
   */
  private void fetch(long points, Instant at) {
    while (!allFetched && fetched < points) {
      List<Lot> page = more.after(lastFetched, at);
      for (Lot lot : page) {
        add(lot);
        fetched += lots.get(lot.id()).remaining();
        lastFetched = lot;
      }
      allFetched = page.isEmpty();
    }
  }

  private long take(Lot lot, long points, Map<UUID, Long> changes) {
    long taken = lot.take(points);
    if (taken > 0) {
      changes.merge(lot.id(), -taken, Long::sum);
    }
    return taken;
  }
}
