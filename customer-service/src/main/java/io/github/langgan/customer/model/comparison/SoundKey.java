package io.github.langgan.customer.model.comparison;

import java.util.regex.Pattern;

/**
 * What a word sounds like in Indonesian: the spellings of before 1947 and 1972 (Soekarno, Djoko,
 * Tjipto) and the Arabic and Dutch variants of names fall together; vowels count at the beginning
 * only.
 */
public final class SoundKey {

  private record Rule(Pattern written, String sound) {}

  private static final Rule[] RULES = {
    rule("oe", "u"), rule("dj", "j"), rule("tj", "c"), rule("nj", "ny"), rule("sj", "s"),
    rule("sy", "s"), rule("sh", "s"), rule("ch", "k"), rule("kh", "k"), rule("ph", "f"),
    rule("th", "t"), rule("dh", "d"), rule("gh", "g"), rule("ck", "k"), rule("x", "ks"),
    rule("v", "f"), rule("z", "s"), rule("q", "k"), rule("y", "i"), rule("(?<=.)h", ""),
    rule("(?<=.)[aeiou]", ""), rule("(.)\\1+", "$1")
  };

  private SoundKey() {}

  public static String of(String word) {
    String sound = word;
    for (Rule rule : RULES) {
      sound = rule.written.matcher(sound).replaceAll(rule.sound);
    }
    return sound;
  }

  private static Rule rule(String written, String sound) {
    return new Rule(Pattern.compile(written), sound);
  }
}
