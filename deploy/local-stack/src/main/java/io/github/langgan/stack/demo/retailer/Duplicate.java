package io.github.langgan.stack.demo.retailer;

import io.github.langgan.stack.demo.retailer.Person.Name;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The same person, registered once more and not quite the same way.
 *
 * @param kinds what differs
 */
public record Duplicate(Person person, Set<Kind> kinds) {

  private static final double SHARE = 0.08;
  private static final double TWO_KINDS = 0.3;

  /** Why the two registrations differ. */
  public enum Kind {
    SWAPPED_NAMES,
    TYPO,
    MOVED,
    CHANGED_PHONE
  }

  static Optional<Duplicate> of(long seed, int number, Person original) {
    Draw draw = Draw.of(seed, "duplicate", number);
    if (!draw.chance(SHARE)) {
      return Optional.empty();
    }
    List<Kind> possible = possible(original);
    Set<Kind> kinds = EnumSet.of(draw.one(possible));
    if (draw.chance(TWO_KINDS)) {
      kinds.add(draw.one(possible));
    }
    Person changed = original;
    for (Kind kind : kinds) {
      changed = change(changed, kind, draw);
    }
    return Optional.of(new Duplicate(changed, kinds));
  }

  private static List<Kind> possible(Person original) {
    List<Kind> possible = new ArrayList<>(List.of(Kind.TYPO));
    if (original.address() != null) {
      possible.add(Kind.MOVED);
    }
    if (original.phone() != null) {
      possible.add(Kind.CHANGED_PHONE);
    }
    if (original.name().full().contains(" ") && !swapped(original.name()).equals(original.name())) {
      possible.add(Kind.SWAPPED_NAMES);
    }
    return possible;
  }

  private static Person change(Person person, Kind kind, Draw draw) {
    return switch (kind) {
      case TYPO -> person.named(Typos.in(person.name(), draw));
      case MOVED -> person.livingAt(People.address(draw));
      case CHANGED_PHONE -> person.callingFrom(People.phone(draw));
      case SWAPPED_NAMES -> person.named(swapped(person.name()));
    };
  }

  private static Name swapped(Name name) {
    if (name.given() != null && name.family() != null) {
      return Name.of(name.family(), name.given());
    }
    int end = name.full().lastIndexOf(' ');
    return Name.undivided(name.full().substring(end + 1) + " " + name.full().substring(0, end));
  }
}
