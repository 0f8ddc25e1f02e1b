package io.github.langgan.customer.model;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** One line of free text: composed (NFC), without space at its ends, never blank. */
final class Line {

  private Line() {}

  static String required(String field, @Nullable String text, int longest) {
    String line = optional(field, text, longest);
    if (line == null) {
      throw new InvalidValue(field, "not-blank", "must not be blank");
    }
    return line;
  }

  /** Null when there is nothing but space. */
  static @Nullable String optional(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (line.length() > longest) {
      throw new InvalidValue(field, "size", "must have at most " + longest + " characters");
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue(field, "line", "must be one line without control characters");
    }
    return line;
  }
}
