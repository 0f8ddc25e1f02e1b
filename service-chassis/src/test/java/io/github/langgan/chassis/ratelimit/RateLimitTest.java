package io.github.langgan.chassis.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RateLimitTest {

  @Test
  void a_client_over_its_limit_waits_whatever_address_it_claims_and_others_do_not() {
    var answers = new ArrayList<Response>();
    for (int i = 0; i < 6; i++) {
      answers.add(
          As.role("agent", Map.of("client_id", "slow-client", "sub", "person-" + i))
              .header("X-Forwarded-For", "203.0.113." + i)
              .header("Forwarded", "for=203.0.113." + i)
              .get("/v1/notes"));
    }
    assertThat(answers.getFirst().statusCode()).isEqualTo(200);
    var refused = answers.getLast();
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/rate-limited");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit")).isEqualTo("\"client\";r=0;t=1");
    assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"client\";q=1;w=1");
    assertThat(As.agent().get("/v1/notes").statusCode()).isEqualTo(200);
  }
}
