package io.github.langgan.chassis.http;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/**
 * One resource has one path. Spellings that a router would fold into another path ({@code //},
 * dots, matrix parameters, encoded slashes) are refused before any route is chosen.
 */
@Provider
@PreMatching
public final class PathGuard implements ContainerRequestFilter {

  private static final Pattern UNCLEAN =
      Pattern.compile(
          "//|;|\\\\|/\\.{1,2}(/|$)|%(2f|5c|2e|3b|25|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

  @Context HttpServerRequest http;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!isClean(http.path())) {
      throw Problem.of(Problems.NOT_FOUND);
    }
  }

  static boolean isClean(String rawPath) {
    return !UNCLEAN.matcher(rawPath).find();
  }
}
