package io.github.langgan.chassis.testing.http;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request and its answer, whichever client sent it. */
record Exchange(
    String verb,
    URI uri,
    Map<String, List<String>> headers,
    byte @Nullable [] body,
    Answer answer) {

  String path() {
    return uri.getPath();
  }

  Request.Method method() {
    return Request.Method.valueOf(verb);
  }

  SimpleResponse response() {
    var builder = SimpleResponse.Builder.status(answer.statusCode());
    answer.headers().map().forEach(builder::withHeader);
    if (answer.body().length > 0) {
      builder.withBody(answer.body());
    }
    return builder.build();
  }

  SimpleRequest request() {
    var builder = new SimpleRequest.Builder(verb, uri.getRawPath());
    headers.forEach(builder::withHeader);
    if (uri.getRawQuery() != null) {
      for (var pair : uri.getRawQuery().split("&")) {
        var parts = pair.split("=", 2);
        builder.withQueryParam(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
      }
    }
    if (body != null) {
      builder.withBody(body);
    }
    return builder.build();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return verb + " " + uri + " " + (body == null ? "" : new String(body, StandardCharsets.UTF_8));
  }
}
