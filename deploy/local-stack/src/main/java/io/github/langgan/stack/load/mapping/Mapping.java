package io.github.langgan.stack.load.mapping;

import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.csv.CsvFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How lines of a CSV file become things that the API takes. */
public interface Mapping {

  /** The usual when absent. */
  @Nullable Format format();

  /** Those that the file must have. */
  Stream<String> columns();

  /** Opens the file as it is to be read. Throws {@link Refused} when it lacks columns. */
  default CsvFile open(Path path) {
    Format format = Optional.ofNullable(format()).orElse(Format.USUAL);
    CsvFile file = new CsvFile(path, format.separatorOrComma(), format.charsetOrUtf8());
    List<String> missing =
        columns().filter(column -> file.columns().placeOf(column).isEmpty()).distinct().toList();
    if (!missing.isEmpty()) {
      file.close();
      throw new Refused(
          "%s has no column %s; it has %s"
              .formatted(path, String.join(", ", missing), file.columns()));
    }
    return file;
  }

  static void need(String name, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("needs " + name);
    }
  }
}
