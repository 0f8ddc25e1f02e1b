package io.github.langgan.customer.model.naming;

import io.github.langgan.customer.model.comparison.SoundKey;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a word shares with those that are written like it. Two words that differ by one letter (left
 * out, added, another, or two swapped) become the same when one letter is left out of each; so they
 * are found by equality (symmetric deletion, W. Garbe).
 */
public final class WordKeys {

  private static final int LONG_ENOUGH = 4;

  private WordKeys() {}

  /** At most 32. None contains a space. */
  public static Set<String> of(String word) {
    Set<String> keys = spellings(word);
    keys.add("~" + SoundKey.of(word));
    return keys;
  }

  /** With up to one letter left out, as far as enough is left to tell words apart. */
  static Set<String> spellings(String word) {
    Set<String> spellings = new TreeSet<>();
    spellings.add(word);
    if (word.codePointCount(0, word.length()) >= LONG_ENOUGH) {
      for (int at = 0; at < word.length(); at = word.offsetByCodePoints(at, 1)) {
        spellings.add(word.substring(0, at) + word.substring(word.offsetByCodePoints(at, 1)));
      }
    }
    return spellings;
  }
}
