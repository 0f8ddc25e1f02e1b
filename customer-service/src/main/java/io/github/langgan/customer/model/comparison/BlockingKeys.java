package io.github.langgan.customer.model.comparison;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two records are compared when they share a key. Each key needs two things to agree, or one that
 * few people share, so that a key gathers few records; there are enough different ones that a pair
 * of one person misses all of them only when nearly nothing agrees.
 */
public final class BlockingKeys {

  private static final int LONG_WORD = 3;

  private BlockingKeys() {}

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
    addWithBirthDate(keys, record);
    addWithStreet(keys, record);
    return keys;
  }

  private static void addWithName(Set<String> keys, String sound, Features record) {
    record.postalCodes().forEach(code -> keys.add("nc:" + sound + ":" + code));
    record.localities().forEach(locality -> keys.add("nl:" + sound + ":" + locality));
    if (record.birthDate() != null) {
      LocalDate born = record.birthDate();
      keys.add("ny:" + sound + ":" + born.getYear());
      keys.add("nd:" + sound + ":" + born.getMonthValue() + "-" + born.getDayOfMonth());
    }
  }

  private static void addWithBirthDate(Set<String> keys, Features record) {
    if (record.birthDate() == null) {
      return;
    }
    record.postalCodes().forEach(code -> keys.add("bc:" + record.birthDate() + ":" + code));
    record.localities().forEach(locality -> keys.add("bl:" + record.birthDate() + ":" + locality));
  }

  /** A household's, too: whoever lives there is told apart by the comparison. */
  private static void addWithStreet(Set<String> keys, Features record) {
    for (List<String> street : record.streets()) {
      for (String word : street) {
        if (word.length() > LONG_WORD) {
          record.postalCodes().forEach(code -> keys.add("sc:" + word + ":" + code));
          record.localities().forEach(locality -> keys.add("sl:" + word + ":" + locality));
          if (record.birthDate() != null) {
            keys.add("bs:" + record.birthDate() + ":" + word);
          }
        }
      }
    }
  }
}
