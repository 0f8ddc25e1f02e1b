package io.github.langgan.chassis.erasure;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where nothing is found under the id, and where something may be found that the law keeps. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AskedSubjectsTest {

  private static final String STAFF = Tokens.of("agent");
  private static final String PARTNER = Tokens.partner("acme");

  @Inject ErasedSubjects subjects;

  private final UUID erased = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @BeforeEach
  void somebody_was_erased() {
    requiringNew().run(() -> subjects.add(List.of(erased), Instant.parse("2026-02-01T00:00:00Z")));
  }

  @Test
  void what_is_asked_of_who_lives_is_answered() {
    for (String token : List.of(STAFF, PARTNER, Tokens.customer(other))) {
      assertThat(ask(other, "kept", token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void staff_hear_that_somebody_was_erased() {
    refused(ask(erased, "nothing", STAFF), 410, "erased");
    refused(ask(erased, "kept", STAFF), 410, "erased");
  }

  @Test
  void partners_and_customers_find_nothing_not_even_the_erased_itself() {
    for (String token :
        List.of(
            PARTNER,
            Tokens.of("agent", Map.of("partner", "acme")),
            Tokens.customer(erased),
            Tokens.customer(other),
            Tokens.of("agent", Map.of("customer_id", erased.toString())))) {
      refused(ask(erased, "nothing", token), 404, "not-found");
      refused(ask(erased, "kept", token), 404, "not-found");
    }
  }

  @Test
  void by_an_id_that_nobody_knows_all_find_nothing() {
    for (String token : List.of(STAFF, PARTNER, Tokens.customer(other))) {
      refused(ask(other, "nothing", token), 404, "not-found");
    }
  }

  private static Response ask(UUID id, String what, String token) {
    return given().auth().oauth2(token).get("/asked/{id}/{what}", id, what);
  }

  private static void refused(Response answer, int status, String type) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/" + type);
  }
}
