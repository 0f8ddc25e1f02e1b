package io.github.langgan.chassis.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of JSON in named sections, divided into objects of a limited size: {@code
 * {"orders":[{…},{…}],"notes":[{…}]}}. A section goes on in the next part when it doesn't fit; a
 * row that is larger than a part is a part of its own.
 */
public final class JsonParts {

  private final int mostBytes;
  private final List<String> parts = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int bytes;
  private String section = "";

  /**
   * @param mostBytes of a part in UTF-8
   */
  public JsonParts(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /**
   * @param name needs no escaping in JSON
   * @param rows JSON
   */
  public void add(String name, List<String> rows) {
    for (String row : rows) {
      add(name, row);
    }
  }

  private void add(String name, String row) {
    int size = row.getBytes(UTF_8).length + name.length() + 8;
    if (bytes > 0 && bytes + size > mostBytes) {
      end();
    }
    if (!section.equals(name)) {
      current.append(section.isEmpty() ? "{" : "],").append('"').append(name).append("\":[");
      section = name;
    } else {
      current.append(',');
    }
    current.append(row);
    bytes += size;
  }

  private void end() {
    parts.add(section.isEmpty() ? "{}" : current.append("]}").toString());
    current.setLength(0);
    bytes = 0;
    section = "";
  }

  /** All of them; one without a section when nothing was added. */
  public List<String> parts() {
    if (bytes > 0 || parts.isEmpty()) {
      end();
    }
    return List.copyOf(parts);
  }
}
