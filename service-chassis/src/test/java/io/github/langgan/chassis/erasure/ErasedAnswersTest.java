package io.github.langgan.chassis.erasure;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasedAnswersTest {

  @Inject ErasedAnswers answers;
  @Inject Jdbi jdbi;

  private final String key = UUID.randomUUID().toString();

  @Test
  void a_replay_of_what_was_erased_tells_only_that_and_repeats_nothing() {
    String canary = "canary" + UUID.randomUUID();
    Response written = write(canary);
    written.then().statusCode(201);
    UUID id = UUID.fromString(written.path("id"));
    assertThat(requiringNew().call(() -> answers.replace(List.of(UUID.randomUUID())))).isZero();
    assertThat(requiringNew().call(() -> answers.replace(List.of(id)))).isEqualTo(1);
    Response replayed = write(canary);
    replayed.then().statusCode(410).contentType("application/problem+json");
    assertThat(replayed.<String>path("type")).isEqualTo("/problems/erased");
    assertThat(replayed.header("Location")).isNull();
    assertThat(EveryTable.thatHolds(canary, jdbi)).doesNotContain("idempotency_key");
  }

  private Response write(String text) {
    return As.agent()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(
            """
            {"code":"N-1","text":"%s","amount":1.50,"writtenAt":"2026-01-05T03:00:00Z","priority":1}
            """
                .formatted(text))
        .post("/v1/notes");
  }
}
