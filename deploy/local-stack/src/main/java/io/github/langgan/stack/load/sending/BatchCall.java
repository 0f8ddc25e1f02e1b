package io.github.langgan.stack.load.sending;

import io.github.langgan.stack.load.sending.Attempt.Answered;
import io.github.langgan.stack.load.sending.Attempt.Forbidden;
import io.github.langgan.stack.load.sending.Attempt.Lost;
import io.github.langgan.stack.load.sending.Attempt.Refused;
import io.github.langgan.stack.load.sending.Attempt.Unauthorized;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends a batch, once. */
public final class BatchCall {

  private static final byte[] END_OF_LINE = {'\n'};
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI url;
  private final Credentials credentials;

  public BatchCall(URI url, Credentials credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  Attempt send(List<Item> items) throws InterruptedException {
    String token = credentials.token();
    List<byte[]> body = new ArrayList<>(items.size() * 2);
    for (Item item : items) {
      body.add(item.json());
      body.add(END_OF_LINE);
    }
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArrays(body))
            .build();
    try {
      return read(http.send(request, BodyHandlers.ofInputStream()), token, items.size());
    } catch (IOException e) {
      return new Lost("%s: %s".formatted(url, said(e)), Duration.ZERO);
    }
  }

  boolean renewToken(String refused) {
    return credentials.renew(refused);
  }

  private Attempt read(HttpResponse<InputStream> response, String token, int items)
      throws IOException {
    int status = response.statusCode();
    try (InputStream body = response.body()) {
      if (status == 200) {
        return new Answered(BatchAnswer.read(body).outcomes(items));
      }
      String problem = "%d: %s".formatted(status, BatchAnswer.problem(body));
      return switch (status) {
        case 401 -> new Unauthorized(token, problem);
        case 400, 413, 422 -> new Refused(problem);
        case 408, 429 -> new Lost(problem, pause(response));
        default -> status >= 500 ? new Lost(problem, pause(response)) : new Forbidden(problem);
      };
    }
  }

  private static Duration pause(HttpResponse<?> response) {
    Duration asked =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,6}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .orElse(Duration.ZERO);
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? "connection lost" : e.getMessage();
  }
}
