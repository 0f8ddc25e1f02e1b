package io.github.langgan.customer.model.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text as it is compared: without case, accents and punctuation, abbreviations written out. */
public final class Words {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

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
  public static List<String> of(String text, int most) {
    String plain = plain(text);
    List<String> words = new ArrayList<>(4);
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= plain.length() && words.size() < most; i++) {
      char letter = i < plain.length() ? plain.charAt(i) : ' ';
      if (isApostrophe(letter)) {
        continue;
      }
      if (isOfWord(letter)) {
        word.append(letter);
      } else if (!word.isEmpty()) {
        words.add(written(word));
        word.setLength(0);
      }
    }
    return words;
  }

  private static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return ACCENTS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  /** Also the halves of letters beyond the sixteen bits, so that they stay together. */
  private static boolean isOfWord(char letter) {
    return Character.isLetterOrDigit(letter) || Character.isSurrogate(letter);
  }

  private static boolean isApostrophe(char letter) {
    return "'’`´ʼ".indexOf(letter) >= 0;
  }

  private static String written(StringBuilder word) {
    String written = word.substring(0, Math.min(word.length(), LONGEST));
    return ABBREVIATED.getOrDefault(written, written);
  }
}
