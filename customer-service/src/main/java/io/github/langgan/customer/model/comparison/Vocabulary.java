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

  /** All letters and digits of a text as one word; null when it holds none. */
  @Nullable Word joined(@Nullable String text, int most) {
    String joined = text == null ? "" : Words.together(text, most);
    return joined.isEmpty() ? null : word(joined);
  }
}
