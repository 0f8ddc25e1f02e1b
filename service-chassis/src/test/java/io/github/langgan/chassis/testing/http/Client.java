package io.github.langgan.chassis.testing.http;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends to the service under test, with the checks of {@link ApiChecks}. For thousands of requests:
 * REST Assured takes longer to send one than the service to refuse it.
 */
final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Client() {}

  static Answer send(
      String verb, String target, Map<String, String> headers, byte @Nullable [] body) {
    var uri = URI.create("http://localhost:" + RestAssured.port + target);
    var request =
        HttpRequest.newBuilder(uri)
            .method(
                verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    var answer = answer(request.build());
    var sent =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    ApiChecks.installed()
        .ifPresent(checks -> checks.check(new Exchange(verb, uri, sent, body, answer)));
    return answer;
  }

  private static Answer answer(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
