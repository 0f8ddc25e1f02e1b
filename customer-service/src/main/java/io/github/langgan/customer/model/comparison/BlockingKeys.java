package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Features.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two records are compared when they share a key. Each key needs two things to agree, or one that
 * few people share, so that a key gathers few records; there are enough different ones that a pair
 * of one person misses all of them only when nearly nothing agrees.
 */
public final class BlockingKeys {

  private static final int LONG_WORD = 3;

  private BlockingKeys() {}

  /** A few hundred at the most, as {@link Features} are bounded; about a dozen usually. */
  public static Set<String> of(Features record) {
    Set<String> keys = new TreeSet<>();
    record.phones().forEach(phone -> keys.add("p:" + phone));
    record.emails().forEach(email -> keys.add("e:" + email));
    record
        .identifiers()
        .forEach(
            (source, values) -> values.forEach(value -> keys.add("i:" + source + ":" + value)));
    List<String> sounds = record.name().stream().map(SoundKey::of).distinct().sorted().toList();
    for (int i = 0; i < sounds.size(); i++) {
      for (int j = i + 1; j < sounds.size(); j++) {
        keys.add("n:" + sounds.get(i) + ":" + sounds.get(j));
      }
      addWithName(keys, sounds.get(i), record);
    }
    for (Place place : record.places()) {
      addWithPlace(keys, place, record.birthDate());
    }
    return keys;
  }

  private static void addWithName(Set<String> keys, String sound, Features record) {
    for (Place place : record.places()) {
      towns(place).forEach(town -> keys.add("nt:" + sound + ":" + town));
    }
    LocalDate born = record.birthDate();
    if (born != null) {
      keys.add("ny:" + sound + ":" + born.getYear());
      keys.add("nd:" + sound + ":" + born.getMonthValue() + "-" + born.getDayOfMonth());
    }
  }

  /** A household's, too: whoever lives there is told apart by the comparison. */
  private static void addWithPlace(Set<String> keys, Place place, @Nullable LocalDate born) {
    if (born != null) {
      towns(place).forEach(town -> keys.add("bt:" + born + ":" + town));
    }
    for (String word : place.street()) {
      if (word.length() > LONG_WORD) {
        towns(place).forEach(town -> keys.add("st:" + word + ":" + town));
        if (born != null) {
          keys.add("bs:" + born + ":" + word);
        }
      }
    }
  }

  private static Stream<String> towns(Place place) {
    return Stream.of(place.postalCode(), place.locality()).filter(Objects::nonNull);
  }
}
