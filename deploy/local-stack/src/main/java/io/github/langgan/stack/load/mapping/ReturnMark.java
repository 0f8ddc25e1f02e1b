package io.github.langgan.stack.load.mapping;

import io.github.langgan.stack.load.csv.CsvLine;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What marks a line as one of a return.
 *
 * @param externalIdPrefix with which the number of a return begins
 * @param column which holds the value in lines of a return
 * @param quantities how returns state what was given back
 */
public record ReturnMark(
    @Nullable String externalIdPrefix,
    @Nullable String column,
    @Nullable String value,
    Quantities quantities) {

  /** Of a return. */
  public enum Quantities {
    NEGATIVE,
    POSITIVE
  }

  public ReturnMark {
    if ((externalIdPrefix == null) == (column == null) || (column == null) != (value == null)) {
      throw new IllegalArgumentException(
          "returns need either an externalIdPrefix, or a column and a value");
    }
    quantities = quantities == null ? Quantities.NEGATIVE : quantities;
  }

  public boolean marks(CsvLine line, String externalId) {
    return externalIdPrefix == null
        ? line.field(Optional.ofNullable(column).orElseThrow()).equals(value)
        : externalId.startsWith(externalIdPrefix);
  }

  Stream<String> columns() {
    return Stream.ofNullable(column);
  }
}
