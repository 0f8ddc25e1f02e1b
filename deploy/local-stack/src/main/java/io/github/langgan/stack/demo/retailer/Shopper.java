package io.github.langgan.stack.demo.retailer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who shops here.
 *
 * @param number from 1
 * @param lastDay of coming at all
 */
public record Shopper(
    int number,
    String identifier,
    Person person,
    Optional<Duplicate> duplicate,
    Habit habit,
    boolean member,
    LocalDate firstDay,
    LocalDate lastDay) {

  static Shopper draw(Edition edition, int number) {
    Person person = People.person(edition.seed(), number);
    Draw draw = Draw.of(edition.seed(), "shopper", number);
    Habit habit = Habit.draw(draw);
    boolean member = draw.chance(habit.shareOfMembers);
    LocalDate firstDay = edition.from().plusDays(draw.below(edition.days() / 3));
    LocalDate lastDay =
        habit == Habit.LAPSING
            ? edition.until().minusDays(draw.between(100, 240))
            : edition.until();
    return new Shopper(
        number,
        "D%d-%06d".formatted(edition.seed(), number),
        person,
        Duplicate.of(edition.seed(), number, person),
        habit,
        member,
        firstDay,
        lastDay);
  }

  /** By which the second registration is known. */
  public String duplicateIdentifier() {
    return identifier + "-B";
  }

  /** How likely a visit on a day is, before all are scaled. */
  double visitChance(LocalDate day, double demand) {
    return day.isBefore(firstDay) || day.isAfter(lastDay) ? 0 : habit.visitsPerDay * demand;
  }
}
