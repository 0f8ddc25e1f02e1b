package io.github.langgan.stack.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.fixture.FakeCheckout;
import io.github.langgan.stack.fixture.Raw;
import io.github.langgan.stack.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayTest {

  private final HttpClient http = HttpClient.newHttpClient();
  private LocalStack stack;

  @BeforeAll
  void up(@TempDir Path root) {
    stack = new LocalStack(FakeCheckout.in(root).setup());
    Stream.concat(Stream.of("gateway"), Arrays.stream(Service.values()).map(Service::id))
        .forEach(name -> stack.process(name).start());
  }

  @AfterAll
  void down() {
    stack.down();
    http.close();
  }

  @Test
  void a_request_reaches_the_owner_of_its_path_under_its_own_path() throws Exception {
    HttpResponse<String> answer = get("/v1/profiles?phone=%2B628123456789&fields=a%2Fb");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("profile GET /v1/profiles?phone=%2B628123456789&fields=a%2Fb ");
  }

  @Test
  void operator_paths_reach_the_service_that_they_name() throws Exception {
    assertThat(get("/v1/operator/complaint/parked-events").body())
        .startsWith("complaint GET /v1/operator/complaint/parked-events");
  }

  @Test
  void services_learn_the_real_caller_whatever_the_caller_says() throws Exception {
    HttpRequest request = request("/v1/cases").header("X-Forwarded-For", "6.6.6.6").GET().build();

    assertThat(http.send(request, BodyHandlers.ofString()).body())
        .contains("host=127.0.0.1:" + stack.setup().ports().gateway())
        .contains("forwarded-for=127.0.0.1");
  }

  @Test
  void a_large_body_streams_through() throws Exception {
    byte[] body = new byte[64 * 1024 * 1024];
    HttpRequest request =
        request("/v1/transactions/batch")
            .expectContinue(true)
            .POST(BodyPublishers.ofByteArray(body))
            .build();

    assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("body=" + body.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/customers",
        "/v1//customers",
        "/v1/nobody/../customers",
        "/v1/customers/%2e%2e/profiles",
        "/v1/customers;x=y",
        "/v1%2Fcustomers",
        "/openapi/../q/metrics"
      })
  void an_odd_path_is_refused(String path) throws IOException {
    assertThat(Raw.statusOf(stack.setup().ports().gateway(), path)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/metrics",
        "/q/health",
        "/v1",
        "/v2/customers",
        "/V1/customers",
        "/openapi/x.json"
      })
  void what_belongs_to_nobody_is_not_found(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void a_dead_service_is_unavailable_for_now_and_the_others_are_not() throws Exception {
    stack.process("analytics").killHard();

    HttpResponse<String> dead = get("/v1/analytics/customers/1");
    HttpResponse<String> health = get("/health");
    HttpResponse<String> other = get("/v1/customers");
    stack.process("analytics").start();

    assertThat(dead.statusCode()).isEqualTo(503);
    assertThat(dead.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(dead.body()).contains("\"type\":\"/problems/unavailable\"");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains("{\"name\":\"analytics\",\"healthy\":false}");
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(get("/v1/analytics/customers/1").statusCode()).isEqualTo(200);
    assertThat(get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void a_problem_is_explained_by_the_service_that_knows_it() throws Exception {
    assertThat(get("/problems/of-complaint").body()).isEqualTo("explained by complaint");
    assertThat(get("/problems/unheard-of").statusCode()).isEqualTo(404);
    assertThat(get("/problems/unheard-of").body()).contains("Unknown problem");
  }

  @Test
  void documents_and_consoles_are_the_services_own() throws Exception {
    assertThat(get("/openapi/loyalty.yaml").body())
        .startsWith("loyalty GET /q/openapi?format=yaml");
    assertThat(get("/console/loyalty/").body()).contains("url: '/openapi/loyalty.json'");
    assertThat(get("/console/loyalty/swagger-ui.css").body())
        .startsWith("loyalty GET /q/swagger-ui/swagger-ui.css");
  }

  @Test
  void the_start_page_lists_the_services_and_loads_nothing_from_elsewhere() throws Exception {
    HttpResponse<String> page = get("/");

    for (Service service : Service.values()) {
      String id = service.id();
      assertThat(page.body())
          .contains("data-service=\"%s\"".formatted(id))
          .contains("href=\"/console/%s/\"".formatted(id), "/openapi/%s.json".formatted(id));
    }
    assertThat(page.body()).contains("./crm token").doesNotContain("https://", "//cdn");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void the_issuer_answers_behind_the_gateway_under_its_own_name() throws Exception {
    assertThat(get("/auth/langgan/.well-known/openid-configuration").body())
        .containsPattern("\"issuer\" : \"" + stack.issuerUrl() + "\"");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(stack.gatewayUrl() + path))
        .version(HttpClient.Version.HTTP_1_1);
  }
}
