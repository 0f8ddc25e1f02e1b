package io.github.langgan.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.github.langgan.chassis.problem.Language;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where exceptions become answers. */
public final class ProblemMapper {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final int SERVER_ERROR = 500;

  /** Names every type for which Quarkus brings a mapper of its own, so that ours comes first. */
  @ServerExceptionMapper(
      value = {
        Throwable.class,
        Problem.class,
        WebApplicationException.class,
        NotFoundException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class
      },
      priority = Priorities.USER - 100)
  public Response answer(Throwable failure, HttpHeaders headers, UriInfo uri) {
    var problem = Refusals.of(failure);
    var path = uri.getRequestUri().getRawPath();
    log(problem, failure, path);
    return response(problem, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), path);
  }

  static Response response(Problem problem, @Nullable String language, String path) {
    var locale = Language.preferred(language);
    var answer =
        Response.status(problem.type().status())
            .type(MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .entity(ProblemBody.of(problem, locale, path, traceId()));
    problem.headers().forEach(answer::header);
    return answer.build();
  }

  static @Nullable String traceId() {
    var span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : null;
  }

  private static void log(Problem problem, Throwable failure, String path) {
    if (problem.type().status() >= SERVER_ERROR) {
      LOG.errorf(failure, "%s on %s, trace %s", problem.type().slug(), path, traceId());
    } else {
      LOG.debugf(failure, "%s on %s", problem.type().slug(), path);
    }
  }
}
