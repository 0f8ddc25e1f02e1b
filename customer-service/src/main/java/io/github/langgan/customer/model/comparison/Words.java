package io.github.langgan.customer.model.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Text as it is compared: without case, accents and punctuation, abbreviations written out. */
public final class Words {

  /** Other scripts' marks are vowels, without which Indian and Thai names are not told apart. */
  private static final Pattern ACCENTS =
      Pattern.compile(
          "[\\p{M}&&[\\p{IsInherited}\\p{IsCyrillic}\\p{IsArabic}\\p{IsHebrew}\\p{IsSyriac}]]+");

  /**
   * Letters of their own, which Unicode doesn't take for accented ones; readers of other languages
   * do.
   */
  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('ł', "l"),
          Map.entry('ø', "o"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('þ', "th"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ı', "i"),
          Map.entry('ħ', "h"));

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

  /** The same in one, as blanks and dashes in towns and numbers come and go. */
  static String together(String text, int most) {
    return String.join("", of(text, most));
  }

  private static String plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return withUsualLetters(
            ACCENTS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT));
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withUsualLetters(String text) {
    StringBuilder usual = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      String written = letter < 0x80 ? null : LETTERS.get(letter);
      if (written == null) {
        usual.append(letter);
      } else {
        usual.append(written);
      }
    }
    return usual.toString();
  }

  /** Also the halves of letters beyond the sixteen bits, so that they stay together. */
  private static boolean isOfWord(char letter) {
    return Character.isLetterOrDigit(letter)
        || Character.isSurrogate(letter)
        || letter >= 0x80 && isMark(letter);
  }

  private static boolean isMark(char letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(char letter) {
    return "'’`´ʼ".indexOf(letter) >= 0;
  }

  private static String written(StringBuilder word) {
    String written = word.substring(0, Math.min(word.length(), LONGEST));
    return ABBREVIATED.getOrDefault(written, written);
  }
}
