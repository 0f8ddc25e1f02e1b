package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that decides which tier a member has at any time: what it bought, on all memberships that its
 * points are united of, what staff gave it, and what keeps it from falling.
 */
public final class MemberTier {

  private final Membership holder;
  private final List<TierScheme> schemes;
  private final ZoneId zone;

  /** By membership: what each of the united ones bought alone counts too. */
  private final Map<Membership, Map<UUID, Counted>> counted;

  private final List<Floor> floors;
  private final List<Freeze> freezes;
  private final @Nullable Kept kept;

  /** Made when asked for; what is counted may change. */
  private @Nullable List<Course> courses;

  /**
   * @param schemes in the order in which they take effect; one at least
   * @param counted by a membership of the group, then by an id of its own
   * @param kept null: never told of
   */
  MemberTier(
      Membership holder,
      List<TierScheme> schemes,
      ZoneId zone,
      Map<Membership, Map<UUID, Counted>> counted,
      List<Floor> floors,
      List<Freeze> freezes,
      @Nullable Kept kept) {
    this.holder = holder;
    this.schemes = schemes;
    this.zone = zone;
    this.counted = counted;
    this.floors = floors;
    this.freezes = freezes;
    this.kept = kept;
  }

  public Membership holder() {
    return holder;
  }

  public @Nullable Kept kept() {
    return kept;
  }

  public ZoneId zone() {
    return zone;
  }

  /** Counts a purchase, or counts it anew. */
  public void count(MembershipId membership, UUID purchase, Counted one) {
    counted.entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(membership))
        .forEach(entry -> entry.getValue().put(purchase, one));
    courses = null;
  }

  /** Nothing is left of a purchase. */
  public void discount(MembershipId membership, UUID purchase) {
    counted.entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(membership))
        .forEach(entry -> entry.getValue().remove(purchase));
    courses = null;
  }

  /** As if it had this floor too. */
  public MemberTier with(Floor floor) {
    return new MemberTier(
        holder,
        schemes,
        zone,
        counted,
        Stream.concat(floors.stream(), Stream.of(floor)).toList(),
        freezes,
        kept);
  }

  /** As if it had got these too. */
  public MemberTier with(List<Counted> what) {
    Map<Membership, Map<UUID, Counted>> more = new HashMap<>(counted);
    Map<UUID, Counted> own = new HashMap<>(counted.getOrDefault(holder, Map.of()));
    what.forEach(one -> own.put(new UUID(0, own.size()), one));
    more.put(holder, own);
    return new MemberTier(holder, schemes, zone, more, floors, freezes, kept);
  }

  /** Empty before the first version takes effect. */
  public Optional<Held> at(Instant time) {
    if (time.isBefore(schemes.getFirst().effectiveFrom())) {
      return Optional.empty();
    }
    Held held = unfrozen(time);
    List<Freeze> holding = freezesAt(time, held.scheme());
    if (holding.isEmpty()) {
      return Optional.of(held);
    }
    return Optional.of(frozen(held, holding, time));
  }

  /** What the clock alone made of it since it was told of last, the earliest first. */
  List<Held> untold(Instant now) {
    List<Held> untold = new ArrayList<>();
    @Nullable String level = kept == null ? null : kept.level();
    @Nullable Instant due = kept == null ? null : kept.until();
    while (due != null && !due.isAfter(now)) {
      Held held = at(due).orElseThrow();
      if (!held.level().code().equals(level)) {
        untold.add(held);
        level = held.level().code();
      }
      due = held.until() == null || held.until().isAfter(due) ? held.until() : null;
    }
    return untold;
  }

  /** The code of the level, or nothing. */
  public String codeAt(Instant time) {
    return at(time).map(held -> held.level().code()).orElse("");
  }

  /** When the clock alone may change something next; null: never. */
  public @Nullable Instant nextLook(Instant after) {
    Stream<@Nullable Instant> ends =
        Stream.of(
                schemes.stream().map(TierScheme::effectiveFrom),
                floors.stream().flatMap(one -> Stream.of(one.startsAt(), one.endsAt())),
                freezes.stream().map(Freeze::endsAt),
                all().map(Counted::at),
                courses().stream().map(course -> course.at(after).fallsAt()))
            .flatMap(times -> times);
    return ends.filter(Objects::nonNull)
        .filter(time -> time.isAfter(after))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Held unfrozen(Instant time) {
    Standing best =
        courses().stream()
            .map(course -> course.at(time))
            .max(
                Comparator.comparing(Standing::rank)
                    .thenComparing(one -> Objects.requireNonNullElse(one.fallsAt(), Instant.MAX)))
            .orElseThrow();
    // what counts, whichever way it was reached
    Standing standing = courses().getFirst().at(time);
    TierScheme scheme = best.scheme();
    Held held =
        new Held(
            scheme, best.rank(), begun(best.since()), best.fallsAt(), standing, null, List.of());
    for (Floor floor : floors) {
      int rank = floor.holdsAt(time) ? scheme.rankOf(floor.level()) : -1;
      boolean longer =
          rank == held.rank() && held.until() != null && floor.endsAt().isAfter(held.until());
      if (rank > held.rank() || longer) {
        Instant since = rank > held.rank() ? begun(floor.startsAt()) : held.since();
        held = new Held(scheme, rank, since, floor.endsAt(), standing, floor, List.of());
      }
    }
    return held;
  }

  private Held frozen(Held now, List<Freeze> holding, Instant time) {
    @Nullable Instant end = endOf(holding);
    int rank = now.rank();
    Instant since = now.since();
    Instant begin = begun(beginning(holding, now.scheme()));
    Held before = unfrozen(begin);
    int had = now.scheme().rankOf(before.level().code());
    if (had > rank) {
      rank = had;
      since = before.since();
    }
    if (kept != null && !time.isBefore(kept.since())) {
      int told = now.scheme().rankOf(kept.level());
      if (told > rank) {
        rank = told;
        since = kept.since();
      }
    }
    @Nullable Instant until = end;
    if (rank == now.rank() && end != null) {
      until = now.until() == null || now.until().isAfter(end) ? now.until() : end;
    }
    return new Held(now.scheme(), rank, since, until, now.standing(), now.floor(), holding);
  }

  private List<Freeze> freezesAt(Instant time, TierScheme scheme) {
    return freezes.stream()
        .filter(one -> scheme.freezes().contains(one.reason()) && one.holdsAt(time))
        .toList();
  }

  /** Of all that hold one after the other, without a gap. */
  private Instant beginning(List<Freeze> holding, TierScheme scheme) {
    Instant begin = holding.stream().map(Freeze::startsAt).min(Instant::compareTo).orElseThrow();
    List<Freeze> earlier = new ArrayList<>(freezes);
    earlier.removeIf(one -> !scheme.freezes().contains(one.reason()));
    boolean found = true;
    while (found) {
      found = false;
      for (Freeze one : earlier) {
        if (one.startsAt().isBefore(begin)
            && (one.endsAt() == null || !one.endsAt().isBefore(begin))) {
          begin = one.startsAt();
          found = true;
        }
      }
    }
    return begin;
  }

  private static @Nullable Instant endOf(List<Freeze> holding) {
    return holding.stream().anyMatch(one -> one.endsAt() == null)
        ? null
        : holding.stream()
            .map(one -> Objects.requireNonNull(one.endsAt()))
            .max(Instant::compareTo)
            .orElseThrow();
  }

  /** Nobody has a tier before being a member, and before there are any. */
  private Instant begun(Instant since) {
    Instant first = schemes.getFirst().effectiveFrom();
    Instant earliest = first.isAfter(holder.openedAt()) ? first : holder.openedAt();
    return since.isAfter(earliest) ? since : earliest;
  }

  private Stream<Counted> all() {
    return counted.values().stream().flatMap(own -> own.values().stream());
  }

  /** What counts together first, then what each of the united ones has alone. */
  private List<Course> courses() {
    if (courses == null) {
      List<Course> made = new ArrayList<>();
      made.add(course(holder, all().toList()));
      if (counted.size() > 1) {
        counted.forEach((membership, own) -> made.add(course(membership, own.values())));
      }
      courses = made;
    }
    return courses;
  }

  private Course course(Membership membership, Collection<Counted> own) {
    return new Course(schemes, zone, membership.openedAt(), own);
  }
}
