package io.github.langgan.customer.model.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps each word once, however many records say it. For one thread at a time. */
public final class Vocabulary {

  private final Map<String, Word> words = new HashMap<>();

  Word word(String text) {
    return words.computeIfAbsent(text, Word::of);
  }

  List<Word> words(String text, int most) {
    return Words.of(text, most).stream().map(this::word).toList();
  }

  /** All words of a text as one; null when it holds no letter or digit. */
  @Nullable Word joined(@Nullable String text, int most) {
    String words = text == null ? "" : String.join(" ", Words.of(text, most));
    return words.isEmpty() ? null : word(words);
  }
}
