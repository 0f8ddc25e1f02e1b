package io.github.langgan.stack.load.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header of a file: which column stands where. Of two equal names the first counts. */
public record Columns(Map<String, Integer> places) {

  static Columns of(List<String> header) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String name : header) {
      places.putIfAbsent(name.strip(), places.size());
    }
    return new Columns(places);
  }

  public Optional<Integer> placeOf(String column) {
    return Optional.ofNullable(places.get(column));
  }

  @Override
  public String toString() {
    return String.join(", ", places.keySet());
  }
}
