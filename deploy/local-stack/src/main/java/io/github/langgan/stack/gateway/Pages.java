package io.github.langgan.stack.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The gateway's own pages. They load nothing from elsewhere. */
final class Pages {

  static final String START = read("start.html");
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

  private static String read(String name) {
    try (InputStream stream = Pages.class.getResourceAsStream("/stack/pages/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
