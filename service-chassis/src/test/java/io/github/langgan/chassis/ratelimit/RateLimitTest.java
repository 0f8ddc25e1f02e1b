package io.github.langgan.chassis.ratelimit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.sample.SampleGuests;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RateLimitTest {

  @Test
  void a_client_over_its_limit_waits_whatever_address_it_claims_and_others_do_not() {
    var answers = new ConcurrentLinkedQueue<Response>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        var address = "203.0.113." + i;
        callers.submit(
            () ->
                answers.add(
                    As.role("agent", Map.of("client_id", "slow-client"))
                        .header("X-Forwarded-For", address)
                        .header("Forwarded", "for=" + address)
                        .get("/v1/notes")));
      }
    }
    assertThat(answers).anyMatch(answer -> answer.statusCode() == 200);
    var refused =
        answers.stream().filter(answer -> answer.statusCode() == 429).findAny().orElseThrow();
    assertThat(refused.<String>path("type")).isEqualTo("/problems/rate-limited");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit")).isEqualTo("\"client\";r=0;t=1");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"client\";q=1;w=1");
    assertThat(As.agent().get("/v1/notes").statusCode()).isEqualTo(200);
  }

  @Test
  void who_has_no_access_token_is_limited_by_what_lets_it_in_instead() {
    assertThat(statusesOfGuest("a-link", 4)).startsWith(500).endsWith(429);
    assertThat(statusesOfGuest("another-link", 1)).containsExactly(500);
  }

  private static List<Integer> statusesOfGuest(String link, int calls) {
    return IntStream.range(0, calls)
        .mapToObj(i -> given().header(SampleGuests.HEADER, link).get("/faults/any").statusCode())
        .toList();
  }
}
