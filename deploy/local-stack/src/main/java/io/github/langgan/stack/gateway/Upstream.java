package io.github.langgan.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A server behind the gateway; bodies stream through in both directions. */
final class Upstream {

  static final String HOST = "127.0.0.1";

  private static final ProxyOptions PLAIN = new ProxyOptions().setSupportWebSocket(false);

  private final String name;
  private final int port;
  private final HttpClient client;

  Upstream(String name, int port, HttpClient client) {
    this.name = name;
    this.port = port;
    this.client = client;
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** Passes the request on under its own path, as from the host that the caller named. */
  void pass(HttpServerRequest request) {
    pass(request, uri(request.path(), request.query()), proxied -> forwarded(request, proxied));
  }

  /**
   * Passes the request on under another path, as if the caller had come straight to this server.
   */
  void passAs(HttpServerRequest request, String path, @Nullable String query) {
    pass(
        request, uri(path, query), proxied -> proxied.setAuthority(HostAndPort.create(HOST, port)));
  }

  private void pass(HttpServerRequest request, String uri, Consumer<ProxyRequest> adjust) {
    HttpProxy.reverseProxy(PLAIN, client)
        .origin(port, HOST)
        .addInterceptor(
            new ProxyInterceptor() {
              @Override
              public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                adjust.accept(context.request().setURI(uri));
                return context.sendRequest().recover(failed -> unavailable(context.request()));
              }
            })
        .handle(request);
  }

  private static String uri(String path, @Nullable String query) {
    return query == null ? path : path + "?" + query;
  }

  private Future<ProxyResponse> unavailable(ProxyRequest request) {
    request.release();
    return Future.succeededFuture(Problem.unavailable("The service " + name).answerTo(request));
  }

  private static void forwarded(HttpServerRequest from, ProxyRequest to) {
    to.headers()
        .remove("Forwarded")
        .set("X-Forwarded-For", from.remoteAddress().hostAddress())
        .set("X-Forwarded-Proto", "http")
        .remove("X-Forwarded-Port")
        .remove("X-Forwarded-Prefix");
    if (from.authority() != null) {
      to.headers().set("X-Forwarded-Host", from.authority().toString());
    }
  }
}
