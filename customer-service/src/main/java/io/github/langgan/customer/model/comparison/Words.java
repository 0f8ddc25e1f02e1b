package io.github.langgan.customer.model.comparison;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text as it is compared: without case, accents and punctuation, abbreviations written out. */
final class Words {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’`´ʼ]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final int LONGEST = 30;

  /** Written many ways in Indonesian names and addresses. */
  private static final Map<String, String> ABBREVIATED =
      Map.ofEntries(
          Map.entry("moh", "muhammad"),
          Map.entry("muh", "muhammad"),
          Map.entry("mhd", "muhammad"),
          Map.entry("mohd", "muhammad"),
          Map.entry("mohamad", "muhammad"),
          Map.entry("mohammad", "muhammad"),
          Map.entry("muhamad", "muhammad"),
          Map.entry("abd", "abdul"),
          Map.entry("jl", "jalan"),
          Map.entry("jln", "jalan"),
          Map.entry("gg", "gang"),
          Map.entry("kp", "kampung"),
          Map.entry("kec", "kecamatan"),
          Map.entry("kel", "kelurahan"),
          Map.entry("no", "nomor"));

  private Words() {}

  /** The first so many words, and of each the first letters. */
  static List<String> of(String text, int most) {
    String plain =
        ACCENTS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN.split(APOSTROPHES.matcher(plain).replaceAll("")))
        .filter(word -> !word.isEmpty())
        .limit(most)
        .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
        .map(word -> ABBREVIATED.getOrDefault(word, word))
        .toList();
  }
}
