package io.github.langgan.customer.model.comparison;

/**
 * A word as it is compared.
 *
 * @param sound equal for its spellings, {@link SoundKey}
 * @param letters a bit for each that stands in it, some share one
 * @param isNumber as 12 and 12bis are; 0lga is a name, mistyped
 */
record Word(String text, String sound, long letters, boolean isNumber) {

  private static final int LETTERS_FOR_A_DIGIT = 2;

  static Word of(String text) {
    long letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      letters |= 1L << text.charAt(i);
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    boolean isNumber =
        Character.isDigit(text.charAt(0)) && text.length() - digits <= LETTERS_FOR_A_DIGIT * digits;
    return new Word(text, SoundKey.of(text), letters, isNumber);
  }

  /** Quick, and true of most that differ in more than one letter. */
  boolean differsInMoreThanOne(Word other) {
    return text.length() - mostIn(other) > 1 || other.text.length() - other.mostIn(this) > 1;
  }

  /** At most so many of its characters can also stand in the other. */
  int mostIn(Word other) {
    return text.length() - Long.bitCount(letters & ~other.letters);
  }
}
