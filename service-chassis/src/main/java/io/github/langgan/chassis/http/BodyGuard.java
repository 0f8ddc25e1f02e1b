package io.github.langgan.chassis.http;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bodies of the size and encoding that we take. */
@Provider
public final class BodyGuard implements ContainerRequestFilter {

  private final long usual;
  private final long longest;

  @Context ResourceInfo resource;

  public BodyGuard(
      @ConfigProperty(name = "langgan.http.max-body-size", defaultValue = "10M") MemorySize usual,
      @ConfigProperty(name = LongBody.LIMIT, defaultValue = "10M") MemorySize longest) {
    this.usual = usual.asLongValue();
    this.longest = longest.asLongValue();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !"identity".equals(encoding.strip().toLowerCase(Locale.ROOT))) {
      throw Problem.of(Problems.UNSUPPORTED_MEDIA_TYPE, "Compressed bodies are not taken");
    }
    long most = most();
    if (declaredLength(request) > most) {
      throw tooLarge();
    }
    if (request.hasEntity()) {
      request.setEntityStream(new BoundedBody(request.getEntityStream(), most));
    }
  }

  private long most() {
    var method = resource.getResourceMethod();
    return method != null && method.isAnnotationPresent(LongBody.class) ? longest : usual;
  }

  /** As the header says; larger than an {@code int} counts, too. */
  private static long declaredLength(ContainerRequestContext request) {
    var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? -1 : Long.parseLong(length.strip());
    } catch (NumberFormatException e) {
      throw Problem.of(Problems.MALFORMED, "Content-Length is not a number");
    }
  }

  static Problem tooLarge() {
    return Problem.of(Problems.PAYLOAD_TOO_LARGE);
  }
}
