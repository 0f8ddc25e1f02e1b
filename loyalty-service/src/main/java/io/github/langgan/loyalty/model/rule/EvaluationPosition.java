package io.github.langgan.loyalty.model.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an evaluation failed, as CEL says it in words: {@code evaluation error at <input>:12}. */
final class EvaluationPosition {

  private static final Pattern OFFSET = Pattern.compile("<input>:(\\d{1,6})");

  private EvaluationPosition() {}

  /** From 1, for an expression of one line; 1 when unknown. */
  static int column(String reason) {
    Matcher found = OFFSET.matcher(reason);
    return found.find() ? Integer.parseInt(found.group(1)) + 1 : 1;
  }
}
