package io.github.langgan.customer.model;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The language in which a customer is best spoken to.
 *
 * @param tag BCP 47 in its canonical form: {@code id}, {@code zh-Hant-TW}
 */
public record Language(String tag) {

  private static final int LONGEST = 35;
  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  /** BCP 47 writes a language that has two letters with these. */
  private static final Map<String, String> SHORTENED =
      Arrays.stream(Locale.getISOLanguages())
          .collect(
              Collectors.toMap(
                  language -> Locale.of(language).getISO3Language(),
                  Function.identity(),
                  (one, same) -> one));

  public Language {
    InvalidValue.requirePlain("", tag);
    tag = canonical(tag);
  }

  private static String canonical(String stated) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(stated).build();
      String language = SHORTENED.getOrDefault(locale.getLanguage(), locale.getLanguage());
      if (stated.length() > LONGEST
          || !isLanguage(language)
          || !isRegion(locale.getCountry())
          || locale.hasExtensions()) {
        throw refused();
      }
      return new Locale.Builder().setLocale(locale).setLanguage(language).build().toLanguageTag();
    } catch (IllformedLocaleException illFormed) {
      throw refused();
    }
  }

  /** Of those with three letters the platform has no list. */
  private static boolean isLanguage(String language) {
    return language.length() == 3 && !language.equals("und") || TWO_LETTERS.contains(language);
  }

  /** A country, an area by its number (UN M.49), or none. */
  private static boolean isRegion(String region) {
    return region.length() != 2 || COUNTRIES.contains(region);
  }

  private static InvalidValue refused() {
    return new InvalidValue("language", "must be a language of BCP 47, like id or zh-Hant-TW");
  }
}
