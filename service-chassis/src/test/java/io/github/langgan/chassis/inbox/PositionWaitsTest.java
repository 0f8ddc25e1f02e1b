package io.github.langgan.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PositionWaitsTest {

  private static final int READERS = 400;
  private static final Duration LONGEST = Duration.ofSeconds(1);

  @Inject DataSource dataSource;

  @Test
  void the_database_is_asked_for_all_who_wait_at_once() throws Exception {
    AtomicInteger queries = new AtomicInteger();
    PositionWaits waits = new PositionWaits(counting(queries));
    long start = System.nanoTime();
    List<Future<Boolean>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < READERS; i++) {
        Position never = new Position(SampleListener.TOPIC, UuidV7.next(), 1);
        answers.add(
            threads.submit(() -> waits.await(SampleListener.TOPIC, List.of(never), LONGEST)));
      }
    }
    for (Future<Boolean> answer : answers) {
      assertThat(answer.get()).isFalse();
    }
    int steps = (int) (Duration.ofNanos(System.nanoTime() - start).dividedBy(PositionWaits.STEP));
    assertThat(queries.get() - READERS).as("after each one's first look").isBetween(1, steps);
  }

  private Jdbi counting(AtomicInteger queries) {
    return Jdbi.create(dataSource)
        .installPlugin(new PostgresPlugin())
        .setSqlLogger(
            new SqlLogger() {
              @Override
              public void logAfterExecution(StatementContext context) {
                queries.incrementAndGet();
              }
            });
  }
}
