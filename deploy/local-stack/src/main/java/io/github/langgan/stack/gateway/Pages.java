package io.github.langgan.stack.gateway;

import io.github.langgan.stack.service.Service;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The gateway's own pages. They load nothing from elsewhere. */
final class Pages {

  static final String START = read("start.html").replace("{services}", services());
  static final String CONSOLE = read("console.html");
  static final String UNKNOWN_PROBLEM = read("unknown-problem.html");

  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; frame-ancestors 'none'";

  private Pages() {}

  static void send(HttpServerRequest request, int status, String html) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(html);
  }

  private static String services() {
    String one = read("start-service.html");
    return Arrays.stream(Service.values())
        .map(service -> one.replace("{service}", service.id()))
        .collect(Collectors.joining());
  }

  private static String read(String name) {
    try (InputStream stream = Pages.class.getResourceAsStream("/stack/pages/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
