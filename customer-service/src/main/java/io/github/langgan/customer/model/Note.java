package io.github.langgan.customer.model;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What whoever serves the customer should know and no field is made for.
 *
 * @param label what it is about; null for a plain remark
 * @param text of one or more lines
 */
public record Note(@Nullable String label, String text) {

  private static final int LONGEST_LABEL = 40;
  private static final int LONGEST = 1_000;

  public Note {
    label = Line.optional("label", label, LONGEST_LABEL);
    text = Normalizer.normalize(text.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
    if (text.isEmpty()) {
      throw new InvalidValue("text", "not-blank", "must not be blank");
    }
    if (text.length() > LONGEST) {
      throw new InvalidValue("text", "size", "must have at most " + LONGEST + " characters");
    }
    if (text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c))) {
      throw new InvalidValue("text", "text", "must have no control characters but new lines");
    }
  }
}
