package io.github.langgan.customer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Somebody's system that is told of events. */
public final class Receiver implements AutoCloseable {

  /** A request as it came. */
  public record Told(Headers headers, String body) {

    public String id() {
      return String.valueOf(headers.getFirst("webhook-id"));
    }

    public JsonPath json() {
      return JsonPath.from(body);
    }

    public String customer() {
      return json().getString("data.customerId");
    }

    /** Whether the message verifies by the secret, as receivers find out. */
    public boolean isSignedBy(String secret) {
      try {
        new Webhook(secret).verify(body, Map.copyOf(headers));
        return true;
      } catch (Exception not) {
        return false;
      }
    }
  }

  /** What is answered. */
  public record Reply(int status, Map<String, String> headers, byte[] body) {

    public static Reply of(int status) {
      return new Reply(status, Map.of(), new byte[0]);
    }
  }

  private final HttpServer server;
  private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger cutOff = new AtomicInteger();
  private volatile Function<Told, Reply> answer = request -> Reply.of(204);

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hooks";
  }

  public void answers(Function<Told, Reply> reply) {
    answer = reply;
  }

  public void answers(int status) {
    answers(request -> Reply.of(status));
  }

  /** All requests so far, in the order in which they came. */
  public List<Told> told() {
    synchronized (told) {
      return List.copyOf(told);
    }
  }

  /** Waits for so many requests altogether. */
  public List<Told> told(int count) {
    await().untilAsserted(() -> assertThat(told()).hasSizeGreaterThanOrEqualTo(count));
    return told();
  }

  /** How many answers were not read to their end. */
  public int cutOff() {
    return cutOff.get();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Told request =
          new Told(
              exchange.getRequestHeaders(),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      told.add(request);
      Reply reply = answer.apply(request);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    } catch (IOException sendersEnd) {
      cutOff.incrementAndGet();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
