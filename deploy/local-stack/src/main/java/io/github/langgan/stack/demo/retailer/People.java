package io.github.langgan.stack.demo.retailer;

import io.github.langgan.stack.demo.retailer.Person.Address;
import io.github.langgan.stack.demo.retailer.Person.Name;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Draws persons. */
final class People {

  private static final LocalDate OLDEST = LocalDate.of(1950, 1, 1);
  private static final int BIRTHDAYS = 365 * 57;
  private static final double PATRONYM = 0.5;

  private People() {}

  static Person person(long seed, int number) {
    Draw draw = Draw.of(seed, "person", number);
    boolean woman = draw.chance(0.58);
    Name name = name(draw, woman);
    return new Person(
        name,
        draw.chance(0.85) ? OLDEST.plusDays(draw.below(BIRTHDAYS)) : null,
        email(draw, name, number),
        draw.chance(0.9) ? phone(draw) : null,
        draw.chance(0.75) ? address(draw) : null);
  }

  static String phone(Draw draw) {
    return "+62%s%08d".formatted(draw.one(Stock.PLACES.prefixes()), draw.below(100_000_000));
  }

  static Address address(Draw draw) {
    Stock.City city = draw.one(Stock.PLACES.cities(), Stock.City::weight);
    String street = draw.one(Stock.PLACES.streets()) + " No. " + draw.between(1, 180);
    String neighbourhood = "RT %02d/RW %02d".formatted(draw.between(1, 15), draw.between(1, 12));
    return new Address(
        List.of(street, neighbourhood),
        city.locality(),
        city.region(),
        city.postal() + "%03d".formatted(draw.between(110, 990)));
  }

  private static Name name(Draw draw, boolean woman) {
    Stock.Naming naming = draw.one(Stock.NAMINGS, Stock.Naming::weight);
    String first = draw.one(woman ? naming.women() : naming.men());
    String second = draw.one(woman ? naming.secondWomen() : naming.secondMen());
    if (draw.chance(naming.single())) {
      return Name.undivided(first);
    }
    if (naming.patronyms() && draw.chance(PATRONYM)) {
      return Name.undivided("%s %s %s".formatted(first, woman ? "binti" : "bin", second));
    }
    return naming.familyName() ? Name.of(first, second) : Name.undivided(first + " " + second);
  }

  /** Nobody else's: a till may name a customer by it. */
  private static @Nullable String email(Draw draw, Name name, int number) {
    String local =
        name.full().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", draw.chance(0.5) ? "." : "");
    String address = local + number + "@" + draw.one(Stock.PLACES.mail());
    return draw.chance(0.65) ? address : null;
  }
}
