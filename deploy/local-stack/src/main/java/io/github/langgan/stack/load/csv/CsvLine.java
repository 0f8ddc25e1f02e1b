package io.github.langgan.stack.load.csv;

import java.util.List;

/**
 * A record of the file.
 *
 * @param number the line of the file that it begins on, from 1
 */
public record CsvLine(long number, Columns columns, List<String> fields) {

  /** Without spaces around it; empty when the line is too short to have it. */
  public String field(String column) {
    return columns
        .placeOf(column)
        .filter(place -> place < fields.size())
        .map(place -> fields.get(place).strip())
        .orElse("");
  }

  public boolean hasAllFields() {
    return fields.size() == columns.places().size();
  }
}
