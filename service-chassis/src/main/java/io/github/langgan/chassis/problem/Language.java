package io.github.langgan.chassis.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language that we answer in, out of the two that we speak. */
public final class Language {

  private static final List<String> SPOKEN = List.of("en", "id");

  private Language() {}

  /** English when the header is missing, unreadable, or names no language of ours. */
  public static Locale preferred(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      var tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
      return "id".equals(tag) ? ProblemCatalogue.INDONESIAN : Locale.ENGLISH;
    } catch (IllegalArgumentException unreadable) {
      return Locale.ENGLISH;
    }
  }
}
