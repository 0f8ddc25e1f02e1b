package io.github.langgan.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The API, with one token. Throws for every answer but a good one. */
final class HttpSide {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;

  HttpSide(String base, String token) {
    this.base = URI.create(base);
    this.token = token;
  }

  /** Returns when all of them are recorded. */
  void record(String lines, int many) throws IOException, InterruptedException {
    JsonNode answer = post("/v1/transactions/batch", "application/x-ndjson", lines);
    if (answer.path("recorded").asInt() != many) {
      throw new IllegalStateException("not all recorded: " + answer.at("/items/0"));
    }
  }

  JsonNode post(String path, String body) throws IOException, InterruptedException {
    return post(path, "application/json", body);
  }

  JsonNode get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).GET();
    return answer(headers.length == 0 ? request : request.headers(headers));
  }

  /** Returns the position of what was written. */
  String write(String path, String body) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(request).headers().firstValue("Langgan-Position").orElseThrow();
  }

  private JsonNode post(String path, String type, String body)
      throws IOException, InterruptedException {
    return answer(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JSON.readTree(send(request).body());
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "%s: %d %s"
              .formatted(response.uri(), response.statusCode(), new String(response.body())));
    }
    return response;
  }
}
