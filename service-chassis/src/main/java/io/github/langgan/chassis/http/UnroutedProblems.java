package io.github.langgan.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.problem.Language;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** Problems for what never reaches a resource, such as a path with a broken escape. */
@Singleton
final class UnroutedProblems {

  private static final Map<Integer, ProblemType> TYPES =
      Map.of(
          400, Problems.MALFORMED,
          404, Problems.NOT_FOUND,
          413, Problems.PAYLOAD_TOO_LARGE);

  private final ObjectMapper mapper;

  UnroutedProblems(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  void register(@Observes Router router) {
    TYPES.forEach((status, type) -> router.errorHandler(status, call -> answer(call, type)));
  }

  private void answer(RoutingContext call, ProblemType type) {
    if (call.response().headWritten() || call.response().ended()) {
      return;
    }
    var language = Language.preferred(call.request().getHeader("Accept-Language"));
    var body = ProblemBody.of(Problem.of(type), language, null, ProblemMapper.traceId());
    call.response()
        .setStatusCode(type.status())
        .putHeader("Content-Type", ProblemMapper.MEDIA_TYPE)
        .putHeader("Content-Language", language.getLanguage())
        .end(Buffer.buffer(bytes(body)));
  }

  private byte[] bytes(ProblemBody body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
