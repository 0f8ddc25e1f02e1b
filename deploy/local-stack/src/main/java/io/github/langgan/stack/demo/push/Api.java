package io.github.langgan.stack.demo.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.langgan.stack.launcher.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Asks the API, again while it can't answer. Only for what may be asked twice. */
public final class Api {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;
  private final Duration patience;

  public Api(URI base, String token, Duration patience) {
    this.base = base;
    this.token = token;
    this.patience = patience;
  }

  /** An answer below 500. */
  public record Answer(int status, JsonNode body) {

    public boolean ok() {
      return status < 300;
    }

    /** Of a problem, without its path. */
    public String problem() {
      return body.path("type").asText().replaceFirst(".*/", "");
    }

    /** Throws {@link Refused} with what the API said. */
    public JsonNode orRefused(String what) {
      if (!ok()) {
        throw new Refused("%s: the API answers %d %s".formatted(what, status, body));
      }
      return body;
    }
  }

  public URI url(String path) {
    return base.resolve(path);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, JsonNode body) {
    return send(request(path).POST(json(body)));
  }

  /**
   * @param key by which the API knows that it is asked the same again
   */
  public Answer post(String path, String key, JsonNode body) {
    return send(request(path).header("Idempotency-Key", key).POST(json(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(url(path))
        .timeout(patience)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest.Builder request) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        String reason;
        try {
          HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
          Answer answer = new Answer(response.statusCode(), read(response.body()));
          if (!LATER.contains(answer.status()) && !isTooEarly(answer)) {
            return answer;
          }
          reason = answer.status() + " " + answer.body();
        } catch (IOException e) {
          reason = String.valueOf(e.getMessage());
        }
        if (System.nanoTime() > deadline) {
          throw new Refused("The API doesn't answer: " + reason);
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** A service that hasn't learned of the customer yet, or still works on the same request. */
  private static boolean isTooEarly(Answer answer) {
    return answer.problem().equals("unknown-customer")
        || answer.problem().equals("idempotency-in-progress");
  }

  private static BodyPublisher json(JsonNode body) {
    return BodyPublishers.ofString(body.toString());
  }

  private static JsonNode read(byte[] body) throws IOException {
    return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
  }
}
