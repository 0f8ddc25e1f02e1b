package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths, queries and headers that lead nowhere. */
interface BadAddresses extends Attacker {

  String ALL = "io.github.langgan.chassis.testing.http.BadInputContract#operations";

  @ParameterizedTest
  @MethodSource(ALL)
  default void a_bad_id_in_the_path_is_not_found(ApiOperation operation) {
    for (var parameter : operation.parameters("path")) {
      for (var id : List.of("abc", "0", "-1", "1%20OR%201=1", "'%3B--", "%F0%9F%92%A9", "null")) {
        var answer = call(operation).path(parameter.path("name").asText(), id).send();
        Refusal.check(operation, "id " + id, answer, "not-found", "invalid-parameter");
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  default void another_spelling_of_the_path_reaches_nothing(ApiOperation operation) {
    var target = call(operation).target();
    var path = target.substring("/v1".length());
    for (var spelling :
        List.of(
            "/v1/" + path,
            "//v1" + path,
            "/v1/." + path,
            "/v1/x/.." + path,
            "/v1/x/%2e%2e" + path,
            "/v1;x=1" + path,
            "/v1%2F" + path.substring(1),
            "/v1%5C" + path.substring(1),
            target + "%00",
            target + ";jsessionid=1",
            target + "/..",
            "/v1/%zz")) {
      assertThat(call(operation).sendRaw(spelling).statusCode())
          .as("%s as %s", operation, spelling)
          .isIn(400, 404);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  default void an_unknown_parameter_is_refused(ApiOperation operation) {
    var answer = call(operation).query("no-such-parameter", "1").send();
    Refusal.check(operation, "unknown parameter", answer, "invalid-parameter");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  default void what_is_no_value_of_a_parameter_is_refused_or_taken_literally(
      ApiOperation operation) {
    for (var parameter : operation.parameters("query")) {
      var name = parameter.path("name").asText();
      for (var value :
          List.of("'%20OR%201=1--", "1;DROP%20TABLE%20x", "%00", "%ff", "%E2%80%AE", "-1", "")) {
        var answer = call(operation).query(name, value).send();
        assertThat(answer.statusCode())
            .as("%s?%s=%s: %s", operation, name, value, answer.asString())
            .isIn(200, 400, 404, 422);
      }
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("io.github.langgan.chassis.testing.http.BadInputContract#listings")
  default void a_bad_cursor_or_limit_is_refused(ApiOperation operation) {
    for (var cursor : List.of("abc", "AAAAAAAAAAAAAAAA", "A".repeat(3000), "..%2F..")) {
      var answer = call(operation).query("cursor", cursor).send();
      Refusal.check(operation, "cursor", answer, "invalid-cursor", "invalid-parameter");
    }
    for (var limit : List.of("0", "201", "-1", "1e2", "abc", "99999999999", "")) {
      var answer = call(operation).query("limit", limit).send();
      Refusal.check(operation, "limit " + limit, answer, "invalid-parameter");
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  default void a_method_that_the_path_does_not_know_is_refused(ApiOperation operation) {
    for (var verb : List.of("PUT", "DELETE", "PATCH")) {
      if (!operation.document().knows(verb, call(operation).target())) {
        var answer = call(operation).send(verb);
        assertThat(answer.statusCode()).as("%s %s", verb, operation.path()).isEqualTo(405);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.github.langgan.chassis.testing.http.BadInputContract#jsonAnswers")
  default void what_cannot_be_produced_is_not_acceptable(ApiOperation operation) {
    var answer = call(operation).header("Accept", "application/xml").send();
    Refusal.check(operation, "Accept: application/xml", answer, "not-acceptable", "not-found");
  }
}
