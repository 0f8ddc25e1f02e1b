package io.github.langgan.stack.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Whether each service is ready, asked at the moment of the question. */
record HealthBoard(Upstreams upstreams) {

  private static final int TIMEOUT_MILLIS = 2_000;

  void serve(HttpServerRequest request) {
    List<Upstream> services = upstreams.inOrder();
    Future.all(services.stream().map(this::ready).toList())
        .onSuccess(
            all -> {
              JsonArray listed = new JsonArray();
              for (int i = 0; i < services.size(); i++) {
                listed.add(
                    new JsonObject()
                        .put("name", services.get(i).name())
                        .put("healthy", all.<Boolean>resultAt(i)));
              }
              boolean up = all.<Boolean>list().stream().allMatch(Boolean::booleanValue);
              request
                  .response()
                  .setStatusCode(up ? 200 : 503)
                  .putHeader("Content-Type", "application/json")
                  .putHeader("Cache-Control", "no-store")
                  .end(
                      new JsonObject()
                          .put("status", up ? "UP" : "DOWN")
                          .put("services", listed)
                          .toBuffer());
            });
  }

  private Future<Boolean> ready(Upstream service) {
    RequestOptions question =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(Upstream.HOST)
            .setPort(service.port())
            .setURI("/q/health/ready")
            .setTimeout(TIMEOUT_MILLIS);
    return upstreams
        .client()
        .request(question)
        .compose(HttpClientRequest::send)
        .compose(answer -> answer.end().map(answer.statusCode() == 200))
        .otherwise(false);
  }
}
