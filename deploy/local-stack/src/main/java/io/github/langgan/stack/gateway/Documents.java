package io.github.langgan.stack.gateway;

import io.github.langgan.stack.service.Service;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each service's OpenAPI document, and a console that reads it. */
final class Documents {

  private static final Pattern OPENAPI = Pattern.compile("/openapi/([a-z]+)\\.(json|yaml)");
  private static final Pattern CONSOLE = Pattern.compile("/console/([a-z]+)(/?)([a-zA-Z0-9.-]*)");

  private final Upstreams upstreams;

  Documents(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  boolean answered(HttpServerRequest request, String path) {
    Matcher openapi = OPENAPI.matcher(path);
    Matcher console = CONSOLE.matcher(path);
    if (openapi.matches()) {
      return withService(
          openapi.group(1),
          service -> service.passAs(request, "/q/openapi", "format=" + openapi.group(2)));
    }
    return console.matches()
        && withService(console.group(1), service -> console(request, service, console));
  }

  private static void console(HttpServerRequest request, Upstream service, Matcher path) {
    if (path.group(2).isEmpty()) {
      request
          .response()
          .setStatusCode(308)
          .putHeader("Location", "/console/" + service.name() + "/")
          .end();
    } else if (path.group(3).isEmpty()) {
      Pages.send(request, 200, Pages.CONSOLE.replace("{service}", service.name()));
    } else {
      service.passAs(request, "/q/swagger-ui/" + path.group(3), null);
    }
  }

  private boolean withService(String name, Consumer<Upstream> act) {
    Optional<Upstream> service = Service.named(name).map(upstreams::of);
    service.ifPresent(act);
    return service.isPresent();
  }
}
