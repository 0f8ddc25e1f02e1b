package io.github.langgan.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One caller with one token, at the gateway. */
final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;
  private final String token;
  private final Map<String, String> headers;

  private Api(String base, String token, Map<String, String> headers) {
    this.base = base;
    this.token = token;
    this.headers = headers;
  }

  static Api as(String role) {
    return as(role, Map.of());
  }

  static Api partner(String partner) {
    return as("partner", Map.of("partner", partner));
  }

  static Api as(String role, Map<String, String> claims) {
    var stack = RunningStack.get();
    return new Api(stack.gatewayUrl(), stack.token(role, claims), Map.of());
  }

  Api with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Api(base, token, more);
  }

  Reply get(String path) {
    return send(request(path).GET());
  }

  Reply post(String path, String json) {
    return post(path, "application/json", json);
  }

  Reply post(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token);
    headers.forEach(request::header);
    return request;
  }

  private static Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The line was cut: whether it had an effect is unknown. */
  static final class NoAnswer extends RuntimeException {
    NoAnswer(IOException cause) {
      super(cause);
    }
  }

  /** An answer; fails loudly when the status isn't the expected one. */
  record Reply(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    Reply expect(int status) {
      if (status() != status) {
        throw new AssertionError(
            "%s %s answered %d instead of %d: %s"
                .formatted(
                    response.request().method(),
                    response.request().uri(),
                    status(),
                    status,
                    response.body()));
      }
      return this;
    }

    JsonNode json() {
      return Json.read(response.body());
    }

    /** By JSON pointer. */
    String text(String pointer) {
      return json().at(pointer).asText();
    }

    long number(String pointer) {
      return json().at(pointer).asLong();
    }
  }
}
