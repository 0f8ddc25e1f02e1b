package io.github.langgan.chassis.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Refuses bidi controls, zero-width characters and look-alikes by accepting only ASCII. */
public final class PlainCode implements ConstraintValidator<Code, CharSequence> {

  @Override
  public boolean isValid(@Nullable CharSequence code, ConstraintValidatorContext context) {
    return code == null || isPlain(code);
  }

  /** An empty code is another constraint's concern. */
  public static boolean isPlain(CharSequence code) {
    if (code.isEmpty()) {
      return true;
    }
    return code.chars().allMatch(c -> c >= ' ' && c <= '~')
        && code.charAt(0) != ' '
        && code.charAt(code.length() - 1) != ' ';
  }
}
