package io.github.langgan.chassis.conditional;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** 428 for changes that do not say which version they change. */
@Provider
public final class IfMatchFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    var required =
        "PATCH".equals(request.getMethod())
            || resource.getResourceMethod().isAnnotationPresent(RequiresIfMatch.class);
    if (required && request.getHeaderString(HttpHeaders.IF_MATCH) == null) {
      throw Problem.of(Problems.PRECONDITION_REQUIRED);
    }
  }
}
