package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two records are compared when they share a key. Each key needs two or three things to agree, or
 * one that few people share, so that a key gathers few records also among millions; there are
 * enough different ones that a pair of one person misses all of them only when nearly nothing
 * agrees. Keys are hashed: two that fall together only bring a pair to comparison that need not be.
 */
final class BlockingKeys {

  /**
   * The bit of a key that one person has: hundreds who share it may be one, registered so often.
   */
  private static final int SAYS_MUCH = 1;

  private static final int SHORT_WORD = 3;

  /** So many streets are called so that it says nothing. */
  private static final Set<String> STREET_TYPES =
      Set.of(
          "jalan",
          "gang",
          "kampung",
          "street",
          "road",
          "avenue",
          "drive",
          "place",
          "close",
          "court",
          "crescent",
          "lane",
          "circuit",
          "boulevard",
          "straat",
          "strasse",
          "calle",
          "avenida");

  private final Features record;
  private int[] keys = new int[32];
  private int count;

  private BlockingKeys(Features record) {
    this.record = record;
  }

  /** Ascending, each once: some thirty, and twelve hundred at the most, as features are bounded. */
  static int[] of(Features record) {
    return new BlockingKeys(record).all();
  }

  static boolean saysMuch(int key) {
    return (key & SAYS_MUCH) != 0;
  }

  private int[] all() {
    record.phones().forEach(phone -> addStrong('p', phone));
    record.emails().forEach(email -> addStrong('e', email));
    record
        .identifiers()
        .forEach((source, values) -> values.forEach(value -> addStrong('i', source, value)));
    List<String> sounds = record.name().stream().map(Word::sound).distinct().sorted().toList();
    LocalDate born = record.birthDate();
    if (born != null) {
      addStrong('a', String.join(" ", sounds), born);
    }
    for (int i = 0; i < sounds.size(); i++) {
      for (int j = i + 1; j < sounds.size(); j++) {
        addTwoSounds(sounds.get(i), sounds.get(j), born);
      }
      addSound(sounds.get(i), born);
    }
    record.places().forEach(place -> addPlace(place, sounds, born));
    return distinct();
  }

  private void addTwoSounds(String one, String other, @Nullable LocalDate born) {
    add('b', one, other);
    if (born != null) {
      add('c', one, other, born.getYear());
    }
    record.places().forEach(place -> towns(place).forEach(town -> add('d', one, other, town)));
  }

  private void addSound(String sound, @Nullable LocalDate born) {
    record.places().forEach(place -> towns(place).forEach(town -> add('m', sound, town)));
    if (born != null) {
      add('f', sound, born.getYear());
      add('g', sound, born.getMonthValue(), born.getDayOfMonth());
      add('n', sound, born);
      for (Place place : record.places()) {
        towns(place).forEach(town -> add('h', sound, born.getYear(), town));
      }
    }
  }

  /** A household's, too: whoever lives there is told apart by the comparison. */
  private void addPlace(Place place, List<String> sounds, @Nullable LocalDate born) {
    if (born != null) {
      towns(place).forEach(town -> add('j', born, town));
    }
    List<String> words =
        place.street().stream()
            .filter(word -> !word.isNumber())
            .map(Word::text)
            .filter(word -> word.length() > SHORT_WORD && !STREET_TYPES.contains(word))
            .toList();
    String house =
        place.street().stream().filter(Word::isNumber).map(Word::text).findFirst().orElse("");
    for (String name : words) {
      sounds.forEach(sound -> add('q', sound, name, house));
      towns(place).forEach(town -> add('o', name, town));
      if (born != null) {
        add('k', born, name);
      }
      for (Word number : place.street()) {
        if (number.isNumber()) {
          towns(place).forEach(town -> add('l', name, number.text(), town));
        }
      }
    }
  }

  /** A code has no sound; of a town, mistakes in the vowels don't matter. */
  private static Stream<String> towns(Place place) {
    Word code = place.postalCode();
    Word town = place.locality();
    return Stream.of(code == null ? null : code.text(), town == null ? null : town.sound())
        .filter(Objects::nonNull);
  }

  private void addStrong(Object... parts) {
    put(hash(parts) | SAYS_MUCH);
  }

  private void add(Object... parts) {
    put(hash(parts) & ~SAYS_MUCH);
  }

  private void put(int key) {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
    }
    keys[count++] = key;
  }

  private int hash(Object... parts) {
    long hash = record.kind().ordinal();
    for (Object part : parts) {
      hash = mixed(hash * 31 + longHash(part));
    }
    return (int) (hash >>> 32);
  }

  private static long longHash(Object part) {
    if (!(part instanceof String text)) {
      return part.hashCode();
    }
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001b3L + text.charAt(i);
    }
    return hash;
  }

  /** The finaliser of MurmurHash3. */
  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  private int[] distinct() {
    Arrays.sort(keys, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }
}
