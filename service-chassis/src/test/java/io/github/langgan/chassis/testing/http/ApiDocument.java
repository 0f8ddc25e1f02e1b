package io.github.langgan.chassis.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The service's stored OpenAPI document, {@code contracts/openapi.yaml} on the class path. */
public final class ApiDocument {

  public static final String NAME = "contracts/openapi.yaml";

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  private static final Map<String, ApiDocument> READ = new ConcurrentHashMap<>();

  private final JsonNode root;
  private final List<ApiOperation> operations;

  private ApiDocument(JsonNode root) {
    this.root = root;
    this.operations = List.copyOf(operationsOf(root));
  }

  public static ApiDocument stored() {
    return of(
        text()
            .orElseThrow(
                () ->
                    new AssertionError(
                        NAME
                            + " is missing; run the OpenApiDocumentContract with"
                            + " -Dlanggan.update-contracts=true")));
  }

  /** Read once in a test run: those of the services have ten thousand lines and more. */
  public static ApiDocument of(String yaml) {
    return READ.computeIfAbsent(yaml, ApiDocument::read);
  }

  private static ApiDocument read(String yaml) {
    try {
      return new ApiDocument(YAML.readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty while the service has stored none. */
  public static Optional<String> text() {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var file = loader.getResourceAsStream(NAME)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<ApiOperation> operations() {
    return operations;
  }

  private List<ApiOperation> operationsOf(JsonNode root) {
    var operations = new ArrayList<ApiOperation>();
    for (var path : root.path("paths").properties()) {
      for (var verb : path.getValue().properties()) {
        if (VERBS.contains(verb.getKey())) {
          operations.add(
              new ApiOperation(
                  this,
                  verb.getKey().toUpperCase(),
                  path.getKey(),
                  verb.getValue(),
                  path.getValue()));
        }
      }
    }
    return operations;
  }

  /** Whether some operation answers that verb on that concrete path. */
  boolean knows(String verb, String path) {
    return operation(verb, path).isPresent();
  }

  /** The operation that answers; a literal path goes before one with parameters. */
  Optional<ApiOperation> operation(String verb, String path) {
    return operations.stream()
        .filter(o -> o.verb().equals(verb) && o.answers(path))
        .min(Comparator.comparing(o -> o.path().contains("{")));
  }

  /** Follows a reference, if it is one. */
  JsonNode resolve(JsonNode node) {
    var reference = node.path("$ref").asText("");
    return reference.isEmpty() ? node : resolve(root.at(reference.substring(1)));
  }
}
