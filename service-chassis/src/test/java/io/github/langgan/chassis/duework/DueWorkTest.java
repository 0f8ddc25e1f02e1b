package io.github.langgan.chassis.duework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.stack.SharedTestStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DueWorkTest {

  private static final String FAILED = "/v1/operator/customer/failed-work/";

  @Inject DueWork dueWork;
  @Inject DueWorkBatch batch;
  @Inject DueSignals signals;
  @Inject SampleWork work;
  @Inject SampleRecurringWork recurring;
  @Inject RecurringWorks recurringWorks;
  @Inject MovableClock clock;
  @Inject Jdbi jdbi;

  private final String subject = UUID.randomUUID().toString();

  @AfterEach
  void reset() {
    clock.reset();
    work.failing.clear();
    work.endless.clear();
  }

  @Test
  void work_runs_when_its_time_has_come_and_not_before() {
    schedule(subject, Duration.ofDays(30));
    schedule("now " + subject, Duration.ZERO);

    await().until(() -> work.runsOf("now " + subject) == 1);
    assertThat(work.runsOf(subject)).isZero();

    clock.advance(Duration.ofDays(31));
    await().until(() -> work.runsOf(subject) == 1);
    await().until(() -> waiting(subject) == 0);
  }

  @Test
  void what_is_due_when_it_is_committed_does_not_wait_for_the_next_look() throws Exception {
    OneKind handler = new OneKind("kind " + subject);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "INSERT INTO due_work (id, kind, subject, due_at, payload)"
                    + " VALUES (uuidv7(), ?, 'first', now() - interval '1 s', '')",
                handler.kind()));
    RecurringWorks none = new RecurringWorks(List.of(), dueWork, clock);
    DueWorker oneLook =
        new DueWorker(List.of(handler), none, batch, signals, true, 200, Duration.ofDays(1));
    oneLook.start(new StartupEvent());
    await().until(() -> handler.ran.contains("first"));

    QuarkusTransaction.requiringNew()
        .run(() -> dueWork.schedule(handler.kind(), "second", clock.instant(), ""));

    await().until(() -> handler.ran.contains("second"));
    oneLook.stop(new ShutdownEvent());
  }

  private record OneKind(String kind, List<String> ran) implements DueWorkHandler {

    OneKind(String kind) {
      this(kind, new CopyOnWriteArrayList<>());
    }

    @Override
    public void run(List<DueItem> items) {
      items.forEach(item -> ran.add(item.subject()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {DueWorkBatch.DUE_KINDS, DueWorkBatch.CLAIM})
  void what_waits_of_one_kind_is_not_read_for_another(String sql) {
    JsonPath plan =
        jdbi.inTransaction(
            handle -> {
              handle.execute(
                  """
                  INSERT INTO due_work (id, kind, subject, due_at, payload)
                  SELECT uuidv7(), 'crowd', n, '2020-01-01Z', '' FROM generate_series(1, 20000) n
                  """);
              String explained =
                  handle
                      .createQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)
                      .configure(SqlStatements.class, all -> all.setUnusedBindingAllowed(true))
                      .bind("kind", SampleWork.KIND)
                      .bind("kinds", new String[] {SampleWork.KIND})
                      .bind("now", OffsetDateTime.now(ZoneOffset.UTC))
                      .bind("limit", 200)
                      .mapTo(String.class)
                      .one();
              handle.rollback();
              return new JsonPath(explained);
            });

    assertThat(plan.getInt("[0].Plan.'Shared Hit Blocks'")).isLessThan(50);
  }

  @Test
  void recurring_work_starts_with_the_service_goes_on_where_it_was_and_begins_again_later() {
    recurring.payloads.clear();
    recurringWorks.start(new StartupEvent()); // the clock of other tests may have been far ahead
    await().until(() -> recurring.payloads.equals(List.of("", "1", "2")));

    clock.advance(SampleRecurringWork.PAUSE);
    await().until(() -> recurring.payloads.equals(List.of("", "1", "2", "", "1", "2")));
  }

  @Test
  void endless_work_of_one_kind_keeps_none_of_another_waiting() {
    work.endless.add(subject);
    schedule(subject, Duration.ZERO);
    await().until(() -> work.runsOf(subject) > 3);
    recurring.payloads.clear();

    recurringWorks.start(new StartupEvent());

    await().until(() -> recurring.payloads.equals(List.of("", "1", "2")));
    int runs = work.runsOf(subject);
    await().until(() -> work.runsOf(subject) > runs);
  }

  @Test
  void work_is_waiting_until_it_is_done() {
    schedule(subject, Duration.ofDays(1));
    assertThat(dueWork.isWaiting(SampleWork.KIND, subject)).isTrue();
    assertThat(dueWork.isWaiting("another kind", subject)).isFalse();

    clock.advance(Duration.ofDays(2));

    await().until(() -> work.runsOf(subject) == 1);
    await().until(() -> !dueWork.isWaiting(SampleWork.KIND, subject));
  }

  @Test
  void work_is_shared_out_among_many_workers_and_runs_once() throws Exception {
    List<String> subjects = IntStream.range(0, 300).mapToObj(i -> subject + i).toList();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                dueWork.schedule(
                    SampleWork.KIND,
                    subjects.stream()
                        .map(one -> new DueWork.Appointment(one, clock.instant(), ""))
                        .toList()));
    try (var pool = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> workers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        workers.add(pool.submit(() -> batch.runSome(work, 10, new DueWorkBatch.ClaimedItems())));
      }
      for (Future<Integer> worker : workers) {
        worker.get();
      }
    }

    await().untilAsserted(() -> assertThat(subjects).allMatch(one -> work.runsOf(one) == 1));
  }

  @Test
  void work_that_another_process_holds_is_left_to_it_and_the_rest_goes_on() {
    schedule(subject, Duration.ofDays(1));
    schedule("neighbour " + subject, Duration.ofDays(1));
    jdbi.useTransaction(
        other -> {
          other.execute("SELECT FROM due_work WHERE subject = ? FOR UPDATE", subject);
          clock.advance(Duration.ofDays(2));
          await().until(() -> work.runsOf("neighbour " + subject) == 1);
          assertThat(work.runsOf(subject)).isZero();
        });

    await().until(() -> work.runsOf(subject) == 1);
  }

  @Test
  void scheduling_again_moves_the_work_and_cancelling_takes_it_away() {
    schedule(subject, Duration.ofDays(1));
    schedule(subject, Duration.ofDays(10));
    schedule("cancelled " + subject, Duration.ofDays(1));
    QuarkusTransaction.requiringNew()
        .run(() -> dueWork.cancel(SampleWork.KIND, "cancelled " + subject));

    clock.advance(Duration.ofDays(5));
    schedule("marker " + subject, Duration.ZERO);
    await().until(() -> work.runsOf("marker " + subject) == 1);
    assertThat(work.runsOf(subject)).isZero();

    clock.advance(Duration.ofDays(6));
    await().until(() -> work.runsOf(subject) == 1);
    assertThat(work.runsOf("cancelled " + subject)).isZero();
  }

  @Test
  void work_that_fails_comes_again_later_and_holds_nobody_up() {
    work.failing.add(subject);
    schedule(subject, Duration.ZERO);
    schedule("neighbour " + subject, Duration.ZERO);

    await().until(() -> work.runsOf("neighbour " + subject) == 1);
    await().until(() -> attempts(subject) == 1);
    work.failing.clear();
    clock.advance(Duration.ofSeconds(5));

    await().until(() -> work.runsOf(subject) == 1);
  }

  @Test
  void work_that_fails_ten_times_is_given_up_and_stays_for_an_operator() {
    work.failing.add(subject);
    schedule(subject, Duration.ZERO);
    for (int attempt = 1; attempt <= 10; attempt++) {
      int failed = attempt;
      await().until(() -> attempts(subject) == failed);
      clock.advance(Duration.ofHours(2));
    }
    work.failing.clear();
    schedule("marker " + subject, Duration.ZERO);

    await().until(() -> work.runsOf("marker " + subject) == 1);
    assertThat(work.runsOf(subject)).isZero();
    assertThat(waiting(subject)).isEqualTo(1);
  }

  @Test
  void an_operator_makes_given_up_work_due_again() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              dueWork.schedule(SampleWork.KIND, subject, clock.instant().plusSeconds(9_999), "");
              jdbi.useHandle(
                  handle ->
                      handle.execute(
                          "UPDATE due_work SET failed_at = now(), last_error = 'x' WHERE subject = ?",
                          subject));
            });
    String id = failedId();
    given().header("Authorization", operator()).post(FAILED + id + "/retry").then().statusCode(204);

    await().until(() -> work.runsOf(subject) == 1);
    given().header("Authorization", operator()).post(FAILED + id + "/retry").then().statusCode(404);
  }

  private String failedId() {
    return given()
        .header("Authorization", operator())
        .get(FAILED + "?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.subject == '" + subject + "' }.id");
  }

  private static String operator() {
    return "Bearer " + SharedTestStack.join().token("operator", Map.of());
  }

  private void schedule(String what, Duration in) {
    QuarkusTransaction.requiringNew()
        .run(() -> dueWork.schedule(SampleWork.KIND, what, clock.instant().plus(in), ""));
  }

  private int attempts(String what) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT attempts FROM due_work WHERE subject = :subject")
                .bind("subject", what)
                .mapTo(Integer.class)
                .findOne()
                .orElse(-1));
  }

  private long waiting(String what) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM due_work WHERE subject = :subject")
                .bind("subject", what)
                .mapTo(Long.class)
                .one());
  }
}
