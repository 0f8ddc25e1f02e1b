package io.github.langgan.chassis.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** An answer as it goes over the wire. */
record Answer(int status, Map<String, String> headers, byte[] body) {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int REFUSED = 400;

  static Answer of(@Nullable Object result, Method method, ObjectMapper mapper)
      throws JsonProcessingException {
    return switch (result) {
      case Response r -> new Answer(r.getStatus(), headers(r), bytes(r.getEntity(), mapper));
      case RestResponse<?> r -> of(r.toResponse(), method, mapper);
      case null -> new Answer(status(method, NO_CONTENT), Map.of(), new byte[0]);
      default -> new Answer(status(method, OK), Map.of(), bytes(result, mapper));
    };
  }

  Answer withBody(byte[] other) {
    return new Answer(status, headers, other);
  }

  boolean isRefusal() {
    return status >= REFUSED;
  }

  Response toResponse() {
    var response = Response.status(status);
    headers.forEach(response::header);
    if (body.length > 0) {
      response.entity(body);
      if (!headers.containsKey("Content-Type")) {
        response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
      }
    }
    return response.build();
  }

  private static Map<String, String> headers(Response response) {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    response
        .getStringHeaders()
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    return headers;
  }

  private static int status(Method method, int usual) {
    var declared = method.getAnnotation(ResponseStatus.class);
    return declared == null ? usual : declared.value();
  }

  private static byte[] bytes(@Nullable Object entity, ObjectMapper mapper)
      throws JsonProcessingException {
    return switch (entity) {
      case null -> new byte[0];
      case byte[] raw -> raw;
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      default -> mapper.writeValueAsBytes(entity);
    };
  }
}
