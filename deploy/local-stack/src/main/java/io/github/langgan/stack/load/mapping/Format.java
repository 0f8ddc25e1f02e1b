package io.github.langgan.stack.load.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * @param separator between fields; a comma when absent
 * @param charset UTF-8 when absent
 */
public record Format(@Nullable String separator, @Nullable String charset) {

  static final Format USUAL = new Format(null, null);

  public Format {
    if (separator != null && separator.length() != 1) {
      throw new IllegalArgumentException("separator must be one character");
    }
    if (charset != null && !Charset.isSupported(charset)) {
      throw new IllegalArgumentException("no charset '" + charset + "'");
    }
  }

  char separatorOrComma() {
    return separator == null ? ',' : separator.charAt(0);
  }

  Charset charsetOrUtf8() {
    return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
  }
}
