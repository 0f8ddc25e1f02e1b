package io.github.langgan.stack.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.Map;

/** What the gateway itself refuses, as RFC 9457 says. */
record Problem(int status, String slug, String title, String detail, Map<String, String> headers) {

  static Problem oddPath() {
    return new Problem(
        400,
        "malformed",
        "Malformed request",
        "The path has empty or dot segments, parameters, or encoded separators.",
        Map.of());
  }

  static Problem noSuchPath() {
    return new Problem(
        404, "not-found", "Not found", "No service answers under this path.", Map.of());
  }

  static Problem unavailable(String who) {
    return new Problem(
        503,
        "unavailable",
        "Service unavailable",
        who + " doesn't answer at the moment.",
        Map.of("Retry-After", "2"));
  }

  void sendTo(HttpServerResponse response) {
    headers.forEach(response::putHeader);
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .end(json());
  }

  ProxyResponse answerTo(ProxyRequest request) {
    ProxyResponse response = request.response().setStatusCode(status);
    headers.forEach(response::putHeader);
    return response
        .putHeader("Content-Type", "application/problem+json")
        .setBody(Body.body(json()));
  }

  private Buffer json() {
    return new JsonObject()
        .put("type", "/problems/" + slug)
        .put("title", title)
        .put("status", status)
        .put("detail", detail)
        .toBuffer();
  }
}
