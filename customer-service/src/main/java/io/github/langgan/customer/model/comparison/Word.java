package io.github.langgan.customer.model.comparison;

/**
 * A word as it is compared.
 *
 * @param sound equal for its spellings, {@link SoundKey}
 * @param letters a bit for each that stands in it, some share one
 */
record Word(String text, String sound, long letters) {

  static Word of(String text) {
    long letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
    }
    return new Word(text, SoundKey.of(text), letters);
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0));
  }

  /** At most so many of its characters can also stand in the other. */
  int mostIn(Word other) {
    return text.length() - Long.bitCount(letters & ~other.letters);
  }
}
