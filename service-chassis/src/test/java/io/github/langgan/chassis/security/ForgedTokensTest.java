package io.github.langgan.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ForgedTokens;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ForgedTokensTest {

  static Stream<String> forgeries() {
    return ForgedTokens.of(Tokens.of("agent")).keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void a_forged_token_is_no_token(String forgery) {
    refused(with(ForgedTokens.of(Tokens.of("agent")).get(forgery)));
  }

  @Test
  void a_genuine_token_for_another_time_audience_or_issuer_is_no_token() {
    var past = Long.toString(Instant.now().minusSeconds(3600).getEpochSecond());
    var future = Long.toString(Instant.now().plusSeconds(3600).getEpochSecond());
    refused(with(As.token("agent", Map.of("exp", past))));
    refused(with(As.token("agent", Map.of("nbf", future))));
    refused(with(As.token("agent", Map.of("aud", "another"))));
    refused(with(As.token("agent", Map.of("iss", "https://issuer.example.com"))));
  }

  @Test
  void a_token_counts_only_as_a_bearer_in_the_header() {
    var token = Tokens.of("agent");
    assertThat(with(token).statusCode()).isEqualTo(200);
    refused(RestAssured.given().header("Authorization", token).get("/v1/notes"));
    refused(RestAssured.given().header("Authorization", "Basic " + token).get("/v1/notes"));
    refused(RestAssured.given().cookie("q_session", token).get("/v1/notes"));
    refused(RestAssured.given().get("/v1/notes"));
  }

  @Test
  void a_token_without_the_scope_is_forbidden() {
    var answer = with(As.token("agent", Map.of("scope", "cases:write")));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/forbidden");
  }

  @Test
  void a_method_without_a_security_annotation_is_denied() {
    var answer = RestAssured.given().auth().oauth2(Tokens.of("manager")).get("/unannotated");
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  private static Response with(String token) {
    return RestAssured.given().auth().oauth2(token).get("/v1/notes");
  }

  private static void refused(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("type")).isEqualTo("/problems/unauthorized");
  }
}
