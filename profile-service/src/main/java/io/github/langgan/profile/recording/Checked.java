package io.github.langgan.profile.recording;

import io.github.langgan.chassis.json.PlainCode;
import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks values one by one and collects what is wrong, with pointers. By hand rather than by
 * annotations: a batch holds tens of thousands of lines.
 */
final class Checked {

  private static final int MOST_DIGITS = 12;

  private final List<FieldError> errors = new ArrayList<>(0);
  private boolean unsafe;

  void error(String pointer, String code, String message) {
    errors.add(new FieldError(pointer, code, message));
  }

  int count() {
    return errors.size();
  }

  <T> void present(@Nullable T value, String at, String field) {
    if (value == null) {
      error(at + field, "not-null", "must not be missing");
    }
  }

  void code(@Nullable String value, int longest, String at, String field) {
    text(value, longest, at, field);
    if (value != null && !PlainCode.isPlain(value)) {
      unsafe = true;
      error(at + field, "code", "must be printable ASCII without a space at either end");
    }
  }

  void text(@Nullable String value, int longest, String at, String field) {
    if (value != null && (value.isEmpty() || value.length() > longest)) {
      error(at + field, "size", "must hold 1 to " + longest + " characters");
    }
  }

  /** Null when it is missing, or wrong. */
  @Nullable BigDecimal amount(@Nullable String value, String at, String field) {
    if (value == null) {
      return null;
    }
    if (!Decimals.isDecimal(value)) {
      error(at + field, "decimal", "must be a decimal number with at most 4 decimals");
      return null;
    }
    BigDecimal amount = new BigDecimal(value);
    if (value.charAt(0) == '-') {
      error(at + field, "positive-or-zero", "must not be negative");
      return null;
    }
    if (amount.precision() - amount.scale() > MOST_DIGITS) {
      error(
          at + field, "too-large", "must have at most " + MOST_DIGITS + " digits before the point");
      return null;
    }
    return amount;
  }

  /** Throws a problem when anything was wrong. */
  void orThrow() {
    if (!errors.isEmpty()) {
      throw Problem.of(
              unsafe ? Problems.UNSAFE_TEXT : Problems.VALIDATION,
              unsafe
                  ? "Some codes hold characters that are not acceptable"
                  : "The transaction holds values that are not acceptable")
          .withErrors(errors);
    }
  }
}
