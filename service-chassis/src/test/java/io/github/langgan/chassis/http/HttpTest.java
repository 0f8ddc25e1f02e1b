package io.github.langgan.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class HttpTest {

  @ParameterizedTest
  @CsvSource({
    "deadlock, 503",
    "shutdown, 503",
    "refused, 503",
    "pool, 503",
    "syntax, 500",
    "anything, 500"
  })
  void a_failure_tells_its_trace_and_nothing_of_its_cause(String kind, int status) {
    var answer = RestAssured.get("/faults/" + kind);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "2" : null);
    assertThat(answer.<String>path("traceId")).hasSize(32);
    assertThat(answer.<String>path("instance")).isEqualTo("/faults/" + kind);
    assertThat(answer.asString()).doesNotContain("secret", "SELECT", "Exception", "langgan");
  }

  @Test
  void a_problem_speaks_the_callers_language() {
    var answer = RestAssured.given().header("Accept-Language", "id-ID").get("/faults/x");
    assertThat(answer.<String>path("title")).isEqualTo("Kesalahan internal");
    assertThat(answer.header("Content-Language")).isEqualTo("id");
    assertThat(RestAssured.get("/faults/x").<String>path("title")).isEqualTo("Internal error");
  }

  @Test
  void each_type_of_problem_has_a_page_for_people_and_a_place_in_the_index() {
    for (String type : RestAssured.get("/problems").<java.util.List<String>>path("items.type")) {
      var page = RestAssured.given().header("Accept-Language", "id").get(type);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.contentType()).startsWith("text/html");
      assertThat(page.asString()).contains("lang=\"id\"").contains(type);
    }
    assertThat(RestAssured.get("/problems/no-such").statusCode()).isEqualTo(404);
    assertThat(RestAssured.get("/problems/<script>").asString()).doesNotContain("<script>");
  }

  @Test
  void a_body_without_a_length_is_refused_at_the_limit() throws Exception {
    var eleven = new byte[11 * 1024 * 1024];
    java.util.Arrays.fill(eleven, (byte) ' ');
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/notes"))
            .header("Authorization", "Bearer " + Tokens.of("agent"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "k")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(eleven)))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("/problems/payload-too-large");
    }
  }

  @Test
  void what_no_resource_answers_is_a_problem_too() {
    assertThat(RestAssured.get("/nowhere").<String>path("type")).isEqualTo("/problems/not-found");
    assertThat(RestAssured.get("/v1/nowhere").statusCode()).isEqualTo(404);
    var put = As.agent().contentType("application/json").body("{}").put("/v1/notes");
    assertThat(put.statusCode()).isEqualTo(405);
    assertThat(put.<String>path("type")).isEqualTo("/problems/method-not-allowed");
  }

  @Test
  void documents_and_consoles_are_open() {
    assertThat(RestAssured.get("/q/openapi").statusCode()).isEqualTo(200);
    assertThat(RestAssured.get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    assertThat(RestAssured.get("/q/health/live").statusCode()).isEqualTo(200);
  }
}
