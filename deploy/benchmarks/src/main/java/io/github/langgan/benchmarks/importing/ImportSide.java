package io.github.langgan.benchmarks.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** The API, through the gateway, with one token. Throws for every answer but a good one. */
final class ImportSide {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration POLL = Duration.ofMillis(250);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;

  ImportSide(String base, String token) {
    this.base = URI.create(base);
    this.token = token;
  }

  /**
   * @param acceptedSeconds until the file was safely received
   * @param seconds until each row had its result
   */
  record Run(int rows, double acceptedSeconds, double seconds) {

    double rate() {
      return rows / seconds;
    }
  }

  Run run(Path file, int rows, String query) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    JsonNode accepted =
        answer(
            request("/v1/imports" + query)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file)));
    double acceptedSeconds = secondsSince(begun);
    JsonNode state = answer(request(accepted.path("link").asText()));
    while (!state.hasNonNull("endedAt")) {
      Thread.sleep(POLL);
      state = answer(request(accepted.path("link").asText()));
    }
    double seconds = secondsSince(begun);
    if (state.path("registered").asInt() != rows) {
      throw new IllegalStateException("not all registered: " + state);
    }
    return new Run(rows, acceptedSeconds, seconds);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = http.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s: %d %s"
              .formatted(response.uri(), response.statusCode(), new String(response.body())));
    }
    return JSON.readTree(response.body());
  }

  private static double secondsSince(long nanoTime) {
    return (System.nanoTime() - nanoTime) / 1e9;
  }
}
