package io.github.langgan.stack.load.mapping;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a line names its customer.
 *
 * @param source whose number it is, when it is an identifier
 */
public record CustomerField(String column, As as, @Nullable String source, WhenEmpty whenEmpty) {

  /** What stands in the column. */
  public enum As {
    IDENTIFIER,
    EMAIL,
    PHONE,
    CARD,
    CUSTOMER_ID
  }

  /** What becomes of a line that names nobody. */
  public enum WhenEmpty {
    ANONYMOUS,
    REJECT
  }

  public CustomerField {
    if (column == null || as == null) {
      throw new IllegalArgumentException("customer needs a column and as");
    }
    if ((source == null) == (as == As.IDENTIFIER)) {
      throw new IllegalArgumentException("customer needs a source if, and only if, an IDENTIFIER");
    }
    whenEmpty = whenEmpty == null ? WhenEmpty.ANONYMOUS : whenEmpty;
  }

  Stream<String> columns() {
    return Stream.of(column);
  }
}
