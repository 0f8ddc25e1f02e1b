package io.github.langgan.chassis.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One operation of the document. */
public record ApiOperation(
    ApiDocument document, String verb, String path, JsonNode node, JsonNode pathItem) {

  private static final String JSON = "application/json";
  private static final String PATCH = "application/merge-patch+json";

  public String id() {
    return node.path("operationId").asText();
  }

  /** Whether nobody is let in without an access token. */
  public boolean needsAccessToken() {
    return node.path("security").findValue("bearer") != null;
  }

  /** One of these is needed; empty when a token is enough. */
  public Set<String> scopes() {
    var scopes = new LinkedHashSet<String>();
    node.path("security")
        .forEach(
            requirement -> requirement.path("oauth2").forEach(scope -> scopes.add(scope.asText())));
    return scopes;
  }

  /** Whether the concrete path is one of ours. */
  boolean answers(String concrete) {
    var ours = path.split("/", -1);
    var theirs = concrete.split("/", -1);
    return ours.length == theirs.length
        && IntStream.range(0, ours.length).allMatch(i -> fits(ours[i], theirs[i]));
  }

  private static boolean fits(String ours, String theirs) {
    return ours.startsWith("{") ? !theirs.isEmpty() : ours.equals(theirs);
  }

  public List<JsonNode> parameters(String in) {
    var parameters = new ArrayList<JsonNode>();
    for (var list : List.of(node.path("parameters"), pathItem.path("parameters"))) {
      list.forEach(
          parameter -> {
            var resolved = document.resolve(parameter);
            if (in.equals(resolved.path("in").asText())) {
              parameters.add(resolved);
            }
          });
    }
    return parameters;
  }

  public boolean hasParameter(String in, String name) {
    return parameters(in).stream().anyMatch(p -> name.equalsIgnoreCase(p.path("name").asText()));
  }

  public boolean requires(String header) {
    return parameters("header").stream()
        .anyMatch(p -> header.equals(p.path("name").asText()) && p.path("required").asBoolean());
  }

  /** As the document says in so many words. */
  public boolean mayComeWithoutBody() {
    return !document.resolve(node.path("requestBody")).path("required").asBoolean(true);
  }

  public boolean hasBody() {
    return node.has("requestBody");
  }

  /** The JSON media type of the body, if there is one. */
  public Optional<String> jsonMediaType() {
    return Stream.of(JSON, PATCH).filter(type -> content().has(type)).findFirst();
  }

  public JsonNode content() {
    return document.resolve(node.path("requestBody")).path("content");
  }

  /** The example of the JSON body; missing when there is none. */
  public JsonNode bodyExample() {
    var media = jsonMediaType().map(type -> content().path(type)).orElse(node.path("none"));
    return media.has("example")
        ? media.path("example")
        : media.path("examples").path(firstName(media.path("examples"))).path("value");
  }

  public JsonNode bodySchema() {
    return jsonMediaType()
        .map(type -> document.resolve(content().path(type).path("schema")))
        .orElse(node.path("none"));
  }

  /** Whether items of the body are accepted or refused one by one. */
  public boolean isBulk() {
    return content().has("application/x-ndjson")
        || bodyExample().path("items").isArray() && bodyExample().size() == 1;
  }

  public boolean answersJson() {
    return node.path("responses").properties().stream()
        .anyMatch(r -> r.getKey().startsWith("2") && r.getValue().path("content").has(JSON));
  }

  /** Whether the description says that this status can carry this problem. */
  public boolean documents(int status, String slug) {
    return node.path("responses")
        .path(Integer.toString(status))
        .path("content")
        .path("application/problem+json")
        .path("examples")
        .has(slug);
  }

  /** Whether the description says that an answer of this status can carry this header. */
  public boolean documentsHeader(int status, String header) {
    return node.path("responses").path(Integer.toString(status)).path("headers").has(header);
  }

  private static String firstName(JsonNode object) {
    var names = object.fieldNames();
    return names.hasNext() ? names.next() : "";
  }

  @Override
  public String toString() {
    return id() + " " + verb + " " + path;
  }
}
