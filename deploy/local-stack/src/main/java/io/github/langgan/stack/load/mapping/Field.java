package io.github.langgan.stack.load.mapping;

import io.github.langgan.stack.load.csv.CsvLine;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value that stands in a column, or is the same in all lines. */
public record Field(@Nullable String column, @Nullable String value) {

  public Field {
    if ((column == null) == (value == null)) {
      throw new IllegalArgumentException("needs either a column or a value");
    }
  }

  /** Empty when there is nothing in the column. */
  public String in(CsvLine line) {
    return column == null ? Optional.ofNullable(value).orElseThrow() : line.field(column);
  }

  static Stream<String> columnsOf(@Nullable Field... fields) {
    return Stream.of(fields)
        .flatMap(Stream::ofNullable)
        .map(Field::column)
        .flatMap(Stream::ofNullable);
  }
}
