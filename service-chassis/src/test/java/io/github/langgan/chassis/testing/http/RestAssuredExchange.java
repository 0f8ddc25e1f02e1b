package io.github.langgan.chassis.testing.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@link Exchange} by REST Assured. */
final class RestAssuredExchange {

  private RestAssuredExchange() {}

  static Exchange of(FilterableRequestSpecification request, Response response) {
    return new Exchange(
        request.getMethod(),
        URI.create(request.getURI()),
        map(request.getHeaders()),
        bytes(request.getBody()),
        new Answer(
            response.statusCode(),
            HttpHeaders.of(map(response.headers()), (name, value) -> true),
            response.asByteArray()));
  }

  private static byte @Nullable [] bytes(@Nullable Object body) {
    return switch (body) {
      case null -> null;
      case byte[] bytes -> bytes;
      case Object other -> other.toString().getBytes(UTF_8);
    };
  }

  private static Map<String, List<String>> map(Headers headers) {
    return headers.asList().stream()
        .collect(groupingBy(Header::getName, mapping(Header::getValue, toList())));
  }
}
