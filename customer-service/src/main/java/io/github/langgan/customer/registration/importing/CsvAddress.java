package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.registration.importing.CsvColumn.Meaning;
import io.github.langgan.customer.representation.AddressBody;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address that neighbouring columns tell. A column that was there already begins the next
 * address; a line does so when something else than a line came before.
 */
final class CsvAddress {

  private final CsvColumn first;
  private final Set<Meaning> seen = EnumSet.noneOf(Meaning.class);
  private final Map<Meaning, String> values = new EnumMap<>(Meaning.class);
  private final List<String> lines = new ArrayList<>();

  CsvAddress(CsvColumn first) {
    this.first = first;
  }

  CsvColumn first() {
    return first;
  }

  boolean isComplete(Meaning next) {
    return next == Meaning.ADDRESS_LINE
        ? seen.stream().anyMatch(meaning -> meaning != Meaning.ADDRESS_LINE)
        : seen.contains(next);
  }

  void add(Meaning meaning, String cell) {
    seen.add(meaning);
    if (cell.isEmpty()) {
      return;
    }
    if (meaning == Meaning.ADDRESS_LINE) {
      lines.add(cell);
    } else {
      values.put(meaning, cell);
    }
  }

  /** Null when all its cells are empty. */
  @Nullable AddressBody body() {
    return lines.isEmpty() && values.isEmpty()
        ? null
        : new AddressBody(
            lines,
            values.get(Meaning.LOCALITY),
            values.get(Meaning.REGION),
            values.get(Meaning.POSTAL_CODE),
            values.get(Meaning.COUNTRY));
  }
}
