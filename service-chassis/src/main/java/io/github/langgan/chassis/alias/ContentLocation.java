package io.github.langgan.chassis.alias;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * {@code Content-Location} (RFC 9110, 8.7) of a read that was answered for another id than was
 * asked for ({@link AnsweredIds}): the path and query that ask for the same by that id.
 */
@Provider
public final class ContentLocation implements ContainerResponseFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final AnsweredIds answered;

  ContentLocation(AnsweredIds answered) {
    this.answered = answered;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (READS.contains(request.getMethod())
        && response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
      String asked = address(request.getUriInfo().getRequestUri());
      String answer = answered.in(asked);
      if (!answer.equals(asked)) {
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LOCATION, answer);
      }
    }
  }

  private static String address(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
