package io.github.langgan.stack.gateway;

import io.github.langgan.stack.StackPorts;
import io.github.langgan.stack.service.Service;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All servers behind the gateway, reached through one client. */
record Upstreams(HttpClient client, Upstream issuer, Map<Service, Upstream> services) {

  private static final int CONNECTIONS_EACH = 256;

  static Upstreams of(StackPorts ports, Vertx vertx) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(2_000)
                .setMaxPoolSize(CONNECTIONS_EACH)
                // shorter than any server's, so that we don't write into a connection that it
                // closes
                .setKeepAliveTimeout(20));
    Map<Service, Upstream> services =
        Arrays.stream(Service.values())
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    service -> new Upstream(service.id(), ports.of(service), client)));
    return new Upstreams(client, new Upstream("issuer", ports.issuer(), client), services);
  }

  Upstream of(Service service) {
    return services.get(service);
  }

  /** In the order in which we name them. */
  List<Upstream> inOrder() {
    return Arrays.stream(Service.values()).map(services::get).toList();
  }
}
