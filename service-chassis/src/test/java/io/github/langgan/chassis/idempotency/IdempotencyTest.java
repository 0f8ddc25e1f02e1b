package io.github.langgan.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.sample.Notes;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class IdempotencyTest {

  private static final String NOTE =
      """
      {"code":"N-1","amount":1.50,"writtenAt":"2026-01-05T03:00:00Z","priority":1}
      """;

  @Inject Notes notes;
  @Inject DueWork dueWork;
  @Inject Jdbi jdbi;
  @Inject MovableClock clock;

  private final String key = UUID.randomUUID().toString();

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  void a_repeated_key_gets_the_first_answer_byte_for_byte_and_has_no_second_effect() {
    long before = notes.count();
    var first = write(key, NOTE);
    var second = write(key, NOTE);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isNull();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    for (var header : List.of("ETag", "Location", "Content-Type")) {
      assertThat(second.header(header)).isEqualTo(first.header(header));
    }
    assertThat(second.header("Location")).startsWith("/v1/notes/");
    assertThat(notes.count()).isEqualTo(before + 1);
  }

  @Test
  void fifty_parallel_requests_under_one_key_have_one_effect() throws Exception {
    long before = notes.count();
    var token = As.token("agent", Map.of());
    try (var threads = Executors.newFixedThreadPool(50)) {
      var calls = new ArrayList<Callable<Response>>();
      for (int i = 0; i < 50; i++) {
        calls.add(() -> writeWith(token, key, NOTE));
      }
      var bodies = new ArrayList<String>();
      for (var call : threads.invokeAll(calls)) {
        var answer = call.get();
        assertThat(answer.statusCode()).isIn(201, 409);
        if (answer.statusCode() == 201) {
          bodies.add(answer.asString());
        } else {
          assertThat(answer.path("type").toString()).isEqualTo("/problems/idempotency-in-progress");
        }
      }
      assertThat(bodies).isNotEmpty();
      assertThat(bodies.stream().distinct()).hasSize(1);
    }
    assertThat(notes.count()).isEqualTo(before + 1);
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    write(key, NOTE);
    var other = write(key, NOTE.replace("N-1", "N-2"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.path("type").toString()).isEqualTo("/problems/idempotency-mismatch");
  }

  @Test
  void the_same_key_of_another_caller_is_another_key() {
    var mine = write(key, NOTE);
    var theirs = writeWith(As.token("agent", Map.of("client_id", "another")), key, NOTE);
    var colleagues = writeWith(As.token("agent", Map.of("sub", "another person")), key, NOTE);
    assertThat(theirs.statusCode()).isEqualTo(201);
    assertThat(List.of(mine.path("id"), theirs.path("id"), colleagues.path("id")))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_key_must_be_there_and_visible() {
    assertThat(write("", NOTE).path("type").toString())
        .isEqualTo("/problems/idempotency-key-missing");
    assertThat(write("two words", NOTE).path("type").toString())
        .isEqualTo("/problems/invalid-parameter");
    assertThat(write("x".repeat(256), NOTE).statusCode()).isEqualTo(400);
    assertThat(write("x".repeat(255), NOTE).statusCode()).isIn(201);
  }

  @Test
  void a_refusal_leaves_the_key_free() {
    assertThat(write(key, NOTE.replace("1.50", "-1")).statusCode()).isEqualTo(422);
    assertThat(write(key, NOTE).statusCode()).isEqualTo(201);
  }

  @Test
  void a_key_that_another_transaction_holds_is_in_progress() {
    var client = fingerprint();
    QuarkusTransaction.begin();
    try {
      jdbi.useHandle(
          h ->
              h.execute(
                  "INSERT INTO idempotency_key (client, key, request_hash, expires_at)"
                      + " VALUES (?, ?, '', now() + interval '1 day')",
                  client,
                  key));
      var answer = write(key, NOTE);
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.<String>path("type")).isEqualTo("/problems/idempotency-in-progress");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    } finally {
      QuarkusTransaction.rollback();
    }
    assertThat(write(key, NOTE).statusCode()).isEqualTo(201);
  }

  @Test
  void an_expired_key_may_be_used_again_and_expired_answers_are_deleted() {
    var first = write(key, NOTE);
    clock.advance(Duration.ofHours(25));
    var again = write(key, NOTE.replace("N-1", "N-3"));
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.<String>path("id")).isNotEqualTo(first.path("id"));

    write(key + "-2", NOTE);
    clock.advance(Duration.ofHours(25));
    // the clock of other tests may have been far ahead
    QuarkusTransaction.requiringNew()
        .run(() -> dueWork.schedule("idempotency-expiry", "all", clock.instant(), ""));
    await().untilAsserted(() -> assertThat(stored()).isZero());
  }

  private long stored() {
    return jdbi.withHandle(
        h -> h.createQuery("SELECT count(*) FROM idempotency_key").mapTo(Long.class).one());
  }

  private static Response write(String key, String body) {
    return writeWith(As.token("agent", Map.of()), key, body);
  }

  private static Response writeWith(String token, String key, String body) {
    var request = io.restassured.RestAssured.given().auth().oauth2(token);
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return request.contentType("application/json").body(body).post("/v1/notes");
  }

  private String fingerprint() {
    write(key + "-probe", NOTE);
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT client FROM idempotency_key WHERE key = ?")
                .bind(0, key + "-probe")
                .mapTo(String.class)
                .one());
  }
}
