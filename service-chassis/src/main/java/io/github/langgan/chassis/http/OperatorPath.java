package io.github.langgan.chassis.http;

import io.github.langgan.chassis.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code /v1/operator/{service}/…}: the same resources in all services, each under its own name.
 */
@Provider
public final class OperatorPath implements ContainerRequestFilter {

  public static final String BASE = "/v1/operator/{service}";

  private final String service;

  public OperatorPath(@ConfigProperty(name = "langgan.service") String service) {
    this.service = service;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var named = request.getUriInfo().getPathParameters().getFirst("service");
    if (named != null && !named.equals(service)) {
      throw Problem.notFound();
    }
  }
}
