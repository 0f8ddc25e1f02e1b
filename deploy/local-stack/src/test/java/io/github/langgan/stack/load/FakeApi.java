package io.github.langgan.stack.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Takes batches of transactions as the API does, keeps them, and misbehaves as it is told. */
final class FakeApi implements AutoCloseable {

  /** What happens to a request. */
  enum Fault {
    NONE,
    /** 503 before anything is stored. */
    UNAVAILABLE,
    /** 429 before anything is stored. */
    TOO_MANY,
    /** The connection is lost before anything is stored. */
    CUT_BEFORE,
    /** All is stored, then the connection is lost. */
    CUT_AFTER,
    /** 401. */
    UNAUTHORIZED
  }

  private static final JsonMapper JSON = new JsonMapper();

  final Map<String, JsonNode> stored = new ConcurrentHashMap<>();
  final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private final IntFunction<Fault> faults;
  private final Predicate<JsonNode> rejects;
  private final Predicate<JsonNode> spoils;

  FakeApi(IntFunction<Fault> faults, Predicate<JsonNode> rejects) {
    this(faults, rejects, item -> false);
  }

  private FakeApi(
      IntFunction<Fault> faults, Predicate<JsonNode> rejects, Predicate<JsonNode> spoils) {
    this.faults = faults;
    this.rejects = rejects;
    this.spoils = spoils;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  static FakeApi well() {
    return new FakeApi(request -> Fault.NONE, item -> false);
  }

  /** Answers 400 to all of a batch for one item in it. */
  static FakeApi refusingBatchesWith(Predicate<JsonNode> spoils) {
    return new FakeApi(request -> Fault.NONE, item -> false, spoils);
  }

  URI url() {
    return URI.create(
        "http://127.0.0.1:%d/v1/transactions/batch".formatted(server.getAddress().getPort()));
  }

  /** Purchases less returns, of all that is stored. */
  BigDecimal sum() {
    return stored.values().stream().map(FakeApi::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  int lines() {
    return stored.values().stream().mapToInt(item -> item.get("lines").size()).sum();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (faults.apply(requests.getAndIncrement())) {
        case NONE -> take(exchange, new String(body));
        case UNAVAILABLE -> send(exchange, 503, "{\"title\":\"away\"}".getBytes());
        case TOO_MANY -> send(exchange, 429, "{\"title\":\"slow\"}".getBytes());
        case UNAUTHORIZED -> send(exchange, 401, "{\"title\":\"who\"}".getBytes());
        case CUT_BEFORE -> {}
        case CUT_AFTER -> store(new String(body));
      }
    }
  }

  private void take(HttpExchange exchange, String body) throws IOException {
    for (String line : body.lines().toList()) {
      if (spoils.test(JSON.readTree(line))) {
        send(exchange, 400, "{\"title\":\"broken\"}".getBytes());
        return;
      }
    }
    send(exchange, 200, JSON.writeValueAsBytes(store(body)));
  }

  private ObjectNode store(String body) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    List<String> lines = body.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      JsonNode item = JSON.readTree(lines.get(i));
      String externalId = item.get("externalId").asText();
      ObjectNode result = items.addObject().put("index", i).put("externalId", externalId);
      if (rejects.test(item)) {
        result.put("outcome", "REJECTED").putObject("problem").put("detail", "not liked");
        continue;
      }
      JsonNode before = stored.putIfAbsent(externalId, item);
      if (before == null) {
        result.put("outcome", "RECORDED");
      } else if (before.equals(item)) {
        result.put("outcome", "DUPLICATE");
      } else {
        result.put("outcome", "REJECTED").putObject("problem").put("detail", "conflict");
      }
    }
    return answer;
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static BigDecimal amount(JsonNode item) {
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode line : item.get("lines")) {
      sum =
          sum.add(
              new BigDecimal(line.get("unitPrice").asText())
                  .multiply(new BigDecimal(line.get("quantity").asInt())));
    }
    return item.get("type").asText().equals("RETURN") ? sum.negate() : sum;
  }
}
