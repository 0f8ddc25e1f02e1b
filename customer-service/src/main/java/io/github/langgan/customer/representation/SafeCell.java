package io.github.langgan.customer.representation;

/**
 * A cell of a CSV file that no spreadsheet takes for a formula: before what begins with {@code = +
 * - @}, TAB or CR stands an apostrophe, as OWASP advises. Reading takes it away again. So that
 * nothing is lost, text that begins with apostrophes and then such a character gets one more.
 */
public final class SafeCell {

  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

  private SafeCell() {}

  public static String write(String text) {
    return isDangerous(text) ? "'" + text : text;
  }

  public static String read(String cell) {
    return cell.startsWith("'") && isDangerous(cell) ? cell.substring(1) : cell;
  }

  private static boolean isDangerous(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
  }
}
