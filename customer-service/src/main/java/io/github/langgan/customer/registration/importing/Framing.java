package io.github.langgan.customer.registration.importing;

/**
 * Finds where the rows of a file end, byte by byte. UTF-8: no byte of a letter looks like these.
 */
interface Framing {

  /**
   * Whether this byte ends a row. Throws {@link MalformedFile} when no row can look like this.
   *
   * @param line of the file, from 1
   */
  boolean endsRow(byte b, long line);

  /** Whether a row of nothing but such bytes is none. */
  boolean isBlank(byte b);

  /** Throws {@link MalformedFile} when the file can't end here. */
  void end();
}
