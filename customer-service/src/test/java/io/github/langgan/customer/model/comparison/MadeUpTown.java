package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.CustomerKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * People of whom many share a house, a family name and some a telephone, and some are registered
 * twice, with another number, a letter wrong, or without birth date. Common names are common.
 */
final class MadeUpTown {

  private static final LocalDate FIRST = LocalDate.of(1940, 1, 1);

  record Entry(
      int person,
      String given,
      String family,
      @Nullable LocalDate born,
      String phone,
      String street,
      String town) {

    Features features(Vocabulary vocabulary) {
      return new FeaturesBuilder(vocabulary)
          .customer(CustomerKind.PERSON, given + " " + family, born)
          .phone(phone)
          .place(street, town, null)
          .build()
          .orElseThrow();
    }
  }

  private final Random random;
  private final List<String> given;
  private final List<String> family;
  private final List<String> streets;
  private final List<String> towns;
  private final List<Entry> entries = new ArrayList<>();

  MadeUpTown(long seed) {
    random = new Random(seed);
    given = words(400);
    family = words(2_000);
    streets = words(300);
    towns = words(20);
  }

  /**
   * @param related share of those who live with the one before
   * @param again share of those who are registered before
   */
  List<Entry> of(int many, double related, double again) {
    while (entries.size() < many) {
      double what = random.nextDouble();
      Entry some = entries.isEmpty() ? null : entries.get(random.nextInt(entries.size()));
      if (some != null && what < related) {
        entries.add(relative(entries.getLast()));
      } else if (some != null && what < related + again) {
        entries.add(mistyped(some));
      } else {
        entries.add(anybody());
      }
    }
    return entries;
  }

  private Entry anybody() {
    return new Entry(
        entries.size(),
        common(given),
        common(family),
        birthDate(),
        phone(),
        "Jalan " + common(streets) + " No. " + (1 + random.nextInt(150)),
        common(towns));
  }

  private Entry relative(Entry of) {
    Entry own = anybody();
    return new Entry(
        own.person,
        own.given,
        of.family,
        own.born,
        random.nextInt(3) == 0 ? of.phone : own.phone,
        of.street,
        of.town);
  }

  private Entry mistyped(Entry of) {
    int change = random.nextInt(3);
    String name = of.family;
    int at = 1 + random.nextInt(name.length() - 2);
    return new Entry(
        of.person,
        of.given,
        change == 0 ? name.substring(0, at) + "x" + name.substring(at + 1) : name,
        change == 1 ? null : of.born,
        change == 2 ? phone() : of.phone,
        of.street,
        of.town);
  }

  private LocalDate birthDate() {
    return FIRST.plusDays(random.nextInt(24_000));
  }

  private String phone() {
    return "+628" + (100_000_000L + random.nextInt(800_000_000));
  }

  /** The first ones are many times commoner than the last. */
  private String common(List<String> words) {
    return words.get((int) Math.pow(words.size(), random.nextDouble()) - 1);
  }

  private List<String> words(int many) {
    return Stream.generate(() -> syllable() + syllable() + syllable())
        .distinct()
        .limit(many)
        .toList();
  }

  private String syllable() {
    return "" + "bdgjklmnprstwy".charAt(random.nextInt(14)) + "aiueo".charAt(random.nextInt(5));
  }
}
