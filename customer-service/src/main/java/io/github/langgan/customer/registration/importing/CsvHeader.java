package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.registration.importing.CsvColumn.Meaning;
import io.github.langgan.customer.representation.FileFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a CSV file, as its first row names them. */
record CsvHeader(List<CsvColumn> columns) {

  private static final int LONGEST_TITLE = 80;
  private static final String SEPARATORS = ";\t|";

  /** Throws a {@link Problem} for columns that nobody knows, or that are there twice. */
  static CsvHeader read(Piece header) {
    List<String> titles = CsvText.rows(header).getFirst().getFields();
    if (titles.size() > FileFormat.MOST_COLUMNS) {
      throw Problem.of(
          Problems.VALIDATION,
          "There can be %,d columns, not %,d".formatted(FileFormat.MOST_COLUMNS, titles.size()));
    }
    if (titles.size() == 1 && titles.getFirst().chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)) {
      throw Problem.of(
          Problems.VALIDATION, "The columns must be separated by commas, not by anything else");
    }
    return of(titles);
  }

  static CsvHeader of(List<String> titles) {
    List<CsvColumn> columns = new ArrayList<>(titles.size());
    List<FieldError> errors = new ArrayList<>();
    Set<Meaning> seen = EnumSet.noneOf(Meaning.class);
    for (String title : titles) {
      String name = title.strip();
      CsvColumn.named(name)
          .ifPresentOrElse(
              column -> {
                if (!seen.add(column.meaning()) && !column.meaning().mayRepeat()) {
                  errors.add(error(name, "repeated", "can stand only once"));
                }
                columns.add(column);
              },
              () ->
                  errors.add(error(name, "unknown-column", "is no column; there are " + known())));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(Problems.VALIDATION, "The first line must name the columns")
          .withErrors(errors);
    }
    return new CsvHeader(List.copyOf(columns));
  }

  List<String> titles() {
    return columns.stream().map(CsvColumn::title).toList();
  }

  private static FieldError error(String title, String code, String message) {
    String name = title.replaceAll("\\p{Cntrl}", "?");
    String shown = name.length() > LONGEST_TITLE ? name.substring(0, LONGEST_TITLE) : name;
    return new FieldError("/" + shown, code, "'" + shown + "' " + message);
  }

  private static String known() {
    return Stream.concat(
            Stream.of(Meaning.values())
                .filter(m -> m != Meaning.IDENTIFIER && m != Meaning.IGNORED)
                .map(Meaning::title),
            Stream.of("identifier.<source>", "note.<label>"))
        .collect(Collectors.joining(", "));
  }
}
