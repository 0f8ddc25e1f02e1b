package io.github.langgan.complaint.clocks;

import static io.github.langgan.complaint.Callers.close;
import static io.github.langgan.complaint.Callers.read;
import static io.github.langgan.complaint.Callers.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.github.langgan.complaint.model.ResolutionClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ResolutionClockTest {

  private static final Duration PROMISE = Duration.ofDays(3);
  private static final String ANSWER = "{\"summary\":\"Explained\"}";

  @Inject Callers callers;
  @Inject TestTopics topics;
  @Inject MovableClock clock;
  @Inject BreachResolutionClocks breach;

  private UUID siti;

  @Test
  void a_clock_that_comes_due_is_breached_once() {
    UUID id = openCase();
    clock.advance(PROMISE.minusMinutes(1));
    read(id).body("clock.breachedAt", nullValue());
    clock.advance(Duration.ofMinutes(2));
    awaitBreach(id);
    workThatComesTwice(id);
    clock.advance(Duration.ofDays(365));
    workThatComesTwice(id);
    assertThat(breaches()).hasSize(1);
  }

  @Test
  void a_resolved_cases_clock_never_fires() {
    UUID id = openCase();
    resolve(id, ANSWER).body("clock.metAt", notNullValue());
    UUID closed = callers.anOpenCase(siti);
    resolve(closed, ANSWER).statusCode(200);
    close(closed).statusCode(200);
    UUID other = callers.anOpenCase(callers.aCustomer());
    clock.advance(PROMISE.plusDays(1));
    awaitBreach(other);
    workThatComesTwice(id);
    workThatComesTwice(closed);
    read(id).body("clock.breachedAt", nullValue());
    read(closed).body("clock.breachedAt", nullValue());
    assertThat(breaches()).isEmpty();
  }

  @Test
  void a_case_breached_and_then_resolved_stays_breached() {
    UUID id = openCase();
    clock.advance(PROMISE.plusMinutes(1));
    awaitBreach(id);
    resolve(id, ANSWER)
        .statusCode(200)
        .body("clock.metAt", nullValue())
        .body("clock.breachedAt", notNullValue());
    assertThat(breaches()).hasSize(1);
  }

  @Test
  void cases_resolved_while_their_clocks_come_due_are_all_resolved_and_breached_once() {
    UUID first = openCase();
    List<UUID> cases =
        Stream.concat(Stream.of(first), Stream.generate(() -> callers.anOpenCase(siti)).limit(11))
            .toList();
    clock.advance(PROMISE.plusMinutes(1));
    cases.parallelStream().forEach(id -> resolve(id, ANSWER).statusCode(200));
    cases.forEach(
        id -> read(id).body("clock.metAt", nullValue()).body("clock.breachedAt", notNullValue()));
    await().untilAsserted(() -> assertThat(breaches()).hasSize(cases.size()));
    assertThat(breaches()).extracting(TestTopics.Seen::json).doesNotHaveDuplicates();
  }

  private UUID openCase() {
    siti = callers.aCustomer();
    return callers.anOpenCase(siti);
  }

  private void awaitBreach(UUID id) {
    await().untilAsserted(() -> read(id).body("clock.breachedAt", notNullValue()));
  }

  private void workThatComesTwice(UUID id) {
    var item = new DueItem(id, ResolutionClock.DUE_WORK, id.toString(), clock.instant(), "", 0);
    QuarkusTransaction.requiringNew().run(() -> breach.run(List.of(item)));
  }

  private List<TestTopics.Seen> breaches() {
    return topics.published("clock.breached").stream()
        .filter(event -> event.key().equals(siti))
        .toList();
  }
}
