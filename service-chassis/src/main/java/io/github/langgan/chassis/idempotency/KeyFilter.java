package io.github.langgan.chassis.idempotency;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the key from the header and the fingerprint from method, address and body. */
@Provider
@Priority(Priorities.USER + 100)
public final class KeyFilter implements ContainerRequestFilter {

  public static final String HEADER = "Idempotency-Key";

  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

  private final KeyedRequest keyed;

  @Context ResourceInfo resource;

  KeyFilter(KeyedRequest keyed) {
    this.keyed = keyed;
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    var idempotent = idempotent();
    if (idempotent == null) {
      return;
    }
    var key = request.getHeaderString(HEADER);
    if (key == null || key.isBlank()) {
      if (!idempotent.required()) {
        return;
      }
      throw Problem.of(Problems.IDEMPOTENCY_KEY_MISSING);
    }
    if (!VISIBLE.matcher(key).matches()) {
      throw Problem.invalidParameter(HEADER, "must be 1 to 255 visible ASCII characters");
    }
    var body = request.hasEntity() ? request.getEntityStream().readAllBytes() : new byte[0];
    request.setEntityStream(new ByteArrayInputStream(body));
    var uri = request.getUriInfo().getRequestUri();
    var address = request.getMethod() + " " + uri.getRawPath() + "?" + uri.getRawQuery() + "\n";
    keyed.set(key, hash(address, body), idempotent.confidential());
  }

  private @Nullable Idempotent idempotent() {
    var ofMethod = resource.getResourceMethod().getAnnotation(Idempotent.class);
    return ofMethod != null
        ? ofMethod
        : resource.getResourceClass().getAnnotation(Idempotent.class);
  }

  private static byte[] hash(String address, byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(address.getBytes(StandardCharsets.UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
