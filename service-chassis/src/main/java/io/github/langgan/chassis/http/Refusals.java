package io.github.langgan.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.langgan.chassis.json.JsonTrouble;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.chassis.sql.DatabaseTrouble;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Every exception as the problem that its caller may know about. */
final class Refusals {

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final int DEEPEST_CAUSE = 10;

  private static final Map<Integer, ProblemType> BY_STATUS =
      Map.of(
          400, Problems.MALFORMED,
          401, Problems.UNAUTHORIZED,
          403, Problems.FORBIDDEN,
          404, Problems.NOT_FOUND,
          405, Problems.METHOD_NOT_ALLOWED,
          406, Problems.NOT_ACCEPTABLE,
          413, Problems.PAYLOAD_TOO_LARGE,
          415, Problems.UNSUPPORTED_MEDIA_TYPE,
          429, Problems.RATE_LIMITED,
          503, Problems.UNAVAILABLE);

  private Refusals() {}

  static Problem of(Throwable failure) {
    @Nullable Throwable at = failure;
    for (int depth = 0; at != null && depth < DEEPEST_CAUSE; depth++, at = at.getCause()) {
      var known = known(at);
      if (known != null) {
        return known;
      }
    }
    if (DatabaseTrouble.passes(failure)) {
      return Problem.of(Problems.UNAVAILABLE).retryAfter(RETRY).causedBy(failure);
    }
    return Problem.of(Problems.INTERNAL).causedBy(failure);
  }

  private static @Nullable Problem known(Throwable failure) {
    return switch (failure) {
      case Problem problem -> problem;
      case JsonProcessingException json -> JsonTrouble.toProblem(json);
      case ConstraintViolationException violations -> MethodViolations.toProblem(violations);
      case UnauthorizedException e -> unauthorized();
      case AuthenticationException e -> unauthorized();
      case ForbiddenException e ->
          Problem.of(Problems.FORBIDDEN)
              .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
      case RejectedExecutionException e -> Problem.of(Problems.UNAVAILABLE).retryAfter(RETRY);
      case WebApplicationException web -> ofStatus(web);
      default -> null;
    };
  }

  private static @Nullable Problem ofStatus(WebApplicationException web) {
    if (web.getCause() instanceof Problem problem) {
      return problem;
    }
    int status = web.getResponse().getStatus();
    var type = BY_STATUS.get(status);
    if (type == null) {
      return status < 500 ? Problem.of(Problems.MALFORMED) : null;
    }
    if (web instanceof NotAllowedException) {
      var allow = web.getResponse().getHeaderString("Allow");
      return allow == null ? Problem.of(type) : Problem.of(type).withHeader("Allow", allow);
    }
    if (type == Problems.UNAUTHORIZED) {
      return unauthorized();
    }
    return type == Problems.UNAVAILABLE ? Problem.of(type).retryAfter(RETRY) : Problem.of(type);
  }

  private static Problem unauthorized() {
    return Problem.of(Problems.UNAUTHORIZED)
        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }
}
