package io.github.langgan.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.Iterator;

/** The page behind a problem's type: from the first service that knows it. */
record ProblemPages(Upstreams upstreams) {

  private static final int TIMEOUT_MILLIS = 5_000;

  void serve(HttpServerRequest request) {
    ask(upstreams.inOrder().iterator(), request, false);
  }

  private void ask(Iterator<Upstream> rest, HttpServerRequest request, boolean someoneSilent) {
    if (!rest.hasNext()) {
      if (someoneSilent) {
        Problem.unavailable("A service that may know this problem").sendTo(request.response());
      } else {
        Pages.send(request, 404, Pages.UNKNOWN_PROBLEM);
      }
      return;
    }
    page(rest.next(), request)
        .onSuccess(
            page -> {
              if (page.status() == 404) {
                ask(rest, request, someoneSilent);
              } else {
                page.sendTo(request);
              }
            })
        .onFailure(silent -> ask(rest, request, true));
  }

  private Future<Page> page(Upstream service, HttpServerRequest request) {
    RequestOptions question =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(Upstream.HOST)
            .setPort(service.port())
            .setURI(request.path())
            .setTimeout(TIMEOUT_MILLIS);
    copy(request, question, "Accept");
    copy(request, question, "Accept-Language");
    return upstreams
        .client()
        .request(question)
        .compose(HttpClientRequest::send)
        .compose(
            answer ->
                answer
                    .body()
                    .map(
                        body ->
                            new Page(
                                answer.statusCode(),
                                answer.getHeader(HttpHeaders.CONTENT_TYPE),
                                body)));
  }

  private static void copy(HttpServerRequest from, RequestOptions to, String header) {
    String value = from.getHeader(header);
    if (value != null) {
      to.putHeader(header, value);
    }
  }

  private record Page(int status, String type, Buffer body) {
    void sendTo(HttpServerRequest request) {
      request
          .response()
          .setStatusCode(status)
          .putHeader("Content-Type", type == null ? "text/html; charset=utf-8" : type)
          .putHeader("Vary", "Accept, Accept-Language")
          .end(body);
    }
  }
}
