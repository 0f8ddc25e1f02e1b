package io.github.langgan.stack.gateway;

import io.github.langgan.stack.service.Service;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Sends each request to where its path belongs. */
final class Gateway {

  private static final String AUTH = "/auth/";
  private static final String PROBLEMS = "/problems/";

  private final RouteTable routes = RouteTable.load();
  private final Upstreams upstreams;
  private final HealthBoard health;
  private final ProblemPages problems;
  private final Documents documents;

  Gateway(Upstreams upstreams) {
    this.upstreams = upstreams;
    this.health = new HealthBoard(upstreams);
    this.problems = new ProblemPages(upstreams);
    this.documents = new Documents(upstreams);
  }

  void handle(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !PlainPath.is(path)) {
      Problem.oddPath().sendTo(request.response());
      return;
    }
    Optional<Service> owner = routes.ownerOf(path);
    if (owner.isPresent()) {
      upstreams.of(owner.get()).pass(request);
    } else if (path.startsWith(AUTH)) {
      upstreams.issuer().passAs(request, path.substring(AUTH.length() - 1), request.query());
    } else if (!isRead(request) || !answered(request, path)) {
      Problem.noSuchPath().sendTo(request.response());
    }
  }

  private boolean answered(HttpServerRequest request, String path) {
    if (path.equals("/")) {
      Pages.send(request, 200, Pages.START);
    } else if (path.equals("/health")) {
      health.serve(request);
    } else if (path.startsWith(PROBLEMS) && path.indexOf('/', PROBLEMS.length()) < 0) {
      problems.serve(request);
    } else {
      return documents.answered(request, path);
    }
    return true;
  }

  private static boolean isRead(HttpServerRequest request) {
    return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
  }
}
