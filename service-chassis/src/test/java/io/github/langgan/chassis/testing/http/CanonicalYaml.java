package io.github.langgan.chassis.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One text for one document: the generator's order of keys differs from build to build. */
final class CanonicalYaml {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .build());

  /** First things first; the rest by name. */
  private static final List<String> FIRST =
      List.of(
          "openapi",
          "info",
          "servers",
          "tags",
          "paths",
          "components",
          "name",
          "in",
          "title",
          "summary",
          "operationId",
          "description",
          "required",
          "type",
          "format",
          "security",
          "parameters",
          "requestBody",
          "responses",
          "headers",
          "content",
          "schema");

  /** Below these, the order is the author's. */
  private static final Set<String> AUTHORED = Set.of("properties", "example", "examples", "value");

  private CanonicalYaml() {}

  static String of(String yaml) {
    try {
      return YAML.writeValueAsString(sorted(YAML.readTree(yaml), false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode sorted(JsonNode node, boolean authored) {
    return switch (node) {
      case ObjectNode object -> sorted(object, authored);
      case ArrayNode array -> {
        var copy = YAML.createArrayNode();
        array.forEach(item -> copy.add(sorted(item, false)));
        yield copy;
      }
      default -> node;
    };
  }

  private static ObjectNode sorted(ObjectNode object, boolean authored) {
    var copy = YAML.createObjectNode();
    var entries = object.properties().stream();
    (authored ? entries : entries.sorted(Comparator.comparing(CanonicalYaml::rank)))
        .forEach(
            entry ->
                copy.set(
                    entry.getKey(), sorted(entry.getValue(), AUTHORED.contains(entry.getKey()))));
    return copy;
  }

  private static String rank(Map.Entry<String, JsonNode> entry) {
    int first = FIRST.indexOf(entry.getKey());
    return first < 0 ? "~" + entry.getKey() : Character.toString('A' + first);
  }
}
