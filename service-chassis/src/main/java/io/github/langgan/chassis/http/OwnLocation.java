package io.github.langgan.chassis.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * {@code Location} as a path (RFC 9110, 10.2.2): callers come through a gateway, and an address of
 * this process would lead them past it.
 */
@Provider
public final class OwnLocation implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String location = response.getHeaderString(HttpHeaders.LOCATION);
    if (location != null) {
      URI whole = URI.create(location);
      String query = whole.getRawQuery() == null ? "" : "?" + whole.getRawQuery();
      response.getHeaders().putSingle(HttpHeaders.LOCATION, whole.getRawPath() + query);
    }
  }
}
