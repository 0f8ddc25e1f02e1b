package io.github.langgan.stack.testing;

import io.github.langgan.stack.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Asks the keeper for things that need a superuser or the broker's own client library. */
public record KeeperClient(int port) {

  public void createDatabase(String name) {
    post("/databases?" + encoded(name));
  }

  public void createTopics(String prefix) {
    post("/topics?" + encoded(prefix));
  }

  void watch(ProcessIdentity process) {
    post("/watch?" + encoded(Long.toString(process.pid())));
  }

  private void post(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 204) {
        throw new IllegalStateException("the test stack refused " + path + ": " + answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the shared test stack is gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the test stack", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
