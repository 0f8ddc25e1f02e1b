package io.github.langgan.stack.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** What test runs ask of the keeper, over HTTP; the query is the argument. */
final class ControlEndpoint implements AutoCloseable {

  private final HttpServer server;

  private ControlEndpoint(HttpServer server) {
    this.server = server;
  }

  static ControlEndpoint start(ThrowawayServers servers, LongConsumer watch) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      serve(server, "/databases", servers::recreateDatabase);
      serve(server, "/topics", servers::createTopics);
      serve(server, "/watch", pid -> watch.accept(Long.parseLong(pid)));
      server.start();
      return new ControlEndpoint(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void serve(HttpServer server, String path, Consumer<String> act) {
    server.createContext(
        path,
        exchange -> {
          String query = exchange.getRequestURI().getRawQuery();
          try {
            act.accept(query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
          } catch (RuntimeException failed) {
            refuse(exchange, failed);
          } finally {
            exchange.close();
          }
        });
  }

  private static void refuse(HttpExchange exchange, RuntimeException failed) throws IOException {
    byte[] reason = failed.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(500, reason.length);
    exchange.getResponseBody().write(reason);
  }
}
