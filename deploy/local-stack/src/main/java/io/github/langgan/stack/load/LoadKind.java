package io.github.langgan.stack.load;

import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.csv.CsvFile;
import io.github.langgan.stack.load.grouping.TransactionLines;
import io.github.langgan.stack.load.mapping.MappingFile;
import io.github.langgan.stack.load.mapping.TransactionMapping;
import io.github.langgan.stack.load.sending.Intake;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be loaded. */
enum LoadKind {
  TRANSACTIONS("/v1/transactions/batch") {
    @Override
    Source open(Path path, MappingFile mapping) {
      TransactionMapping how = mapping.as(TransactionMapping.class);
      return new Source(how.open(path), intake -> new TransactionLines(how, intake));
    }
  };

  /** A file, and what makes items of its lines. */
  record Source(CsvFile file, Function<Intake, LineTaker> taker) {}

  private final String path;

  LoadKind(String path) {
    this.path = path;
  }

  /** Throws {@link Refused} when the mapping is wrong, or doesn't fit the file. */
  abstract Source open(Path path, MappingFile mapping);

  /** Where the API takes batches of it. */
  String path() {
    return path;
  }

  static LoadKind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    "Can't load '%s', only %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(LoadKind::toString)
                                .collect(Collectors.joining(", ")))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
