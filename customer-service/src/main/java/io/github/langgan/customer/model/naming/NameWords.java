package io.github.langgan.customer.model.naming;

import io.github.langgan.customer.model.comparison.Words;
import java.util.List;

/** A name as it is looked for: its words, each once, without case, accents and punctuation. */
public final class NameWords {

  /** The work of a registration and a search stays bounded. */
  private static final int MOST = 16;

  private static final int MOST_ASKED = 8;

  private NameWords() {}

  /** Those that are asked for, at most eight; none when there is no letter or digit. */
  public static List<String> asked(String name) {
    List<String> words = of(name);
    return words.subList(0, Math.min(words.size(), MOST_ASKED));
  }

  /** At most 16; none when there is no letter or digit. */
  public static List<String> of(String name) {
    return Words.of(name, Integer.MAX_VALUE).stream()
        .map(NameWords::whole)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Without half a letter at the end, where a long word was cut. */
  private static String whole(String word) {
    int last = word.length() - 1;
    return Character.isHighSurrogate(word.charAt(last)) ? word.substring(0, last) : word;
  }
}
