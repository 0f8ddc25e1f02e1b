package io.github.langgan.chassis.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call of an operation that is good in everything that is not changed on purpose. */
public final class Call {

  private final ApiOperation operation;
  private final Map<String, String> path;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte @Nullable [] body;
  private String query = "";

  Call(ApiOperation operation, Map<String, String> path, String token) {
    this.operation = operation;
    this.path = new LinkedHashMap<>(path);
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", "*/*");
    if (operation.hasParameter("header", "Idempotency-Key")) {
      headers.put("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (operation.hasParameter("header", "If-Match")) {
      headers.put("If-Match", "*");
    }
    operation
        .jsonMediaType()
        .ifPresentOrElse(
            type -> {
              headers.put("Content-Type", type);
              body(operation.bodyExample());
            },
            () -> textBody(operation));
    operation.parameters("query").stream()
        .filter(p -> p.path("required").asBoolean() && p.has("example"))
        .forEach(p -> query(p.path("name").asText(), p.path("example").asText()));
  }

  /** Where no JSON is taken, but lines of it, or rows. */
  private void textBody(ApiOperation operation) {
    if (operation.content().fieldNames().hasNext()) {
      var type = operation.content().fieldNames().next();
      headers.put("Content-Type", type);
      body(operation.content().path(type).path("example").asText());
    }
  }

  public Call header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Call without(String header) {
    headers.remove(header);
    return this;
  }

  public Call path(String name, String encoded) {
    path.put(name, encoded);
    return this;
  }

  public Call query(String name, String encoded) {
    query += (query.isEmpty() ? "?" : "&") + name + "=" + encoded;
    return this;
  }

  public Call body(JsonNode json) {
    return body(json.toString());
  }

  public Call body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  public Call body(byte[] bytes) {
    body = bytes;
    return this;
  }

  /** As it goes into the request line, with path values as they were given. */
  public String target() {
    var target = operation.path();
    for (var value : path.entrySet()) {
      target = target.replace("{" + value.getKey() + "}", value.getValue());
    }
    return target + query;
  }

  public Answer send() {
    return send(operation.verb());
  }

  public Answer send(String verb) {
    return Client.send(verb, target(), headers, body);
  }

  /** Byte for byte, past clients that tidy paths and headers. */
  public Answer sendRaw(String target) {
    return RawHttp.send(operation.verb(), target, headers, body == null ? new byte[0] : body);
  }
}
