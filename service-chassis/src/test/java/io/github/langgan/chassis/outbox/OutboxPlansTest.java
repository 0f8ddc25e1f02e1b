package io.github.langgan.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OutboxPlansTest {

  @Inject OutboxRows rows;
  @Inject Jdbi jdbi;

  @Test
  void
      waiting_events_are_found_by_their_position_though_the_outbox_was_empty_when_last_looked_at() {
    jdbi.useHandle(handle -> handle.execute("VACUUM (FULL, ANALYZE) outbox"));

    long wholeTable =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  long before = readingsOfAll();
                  for (int i = 0; i < 20; i++) {
                    rows.next();
                  }
                  return readingsOfAll() - before;
                });

    assertThat(wholeTable).isZero();
  }

  private long readingsOfAll() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'outbox'")
                .mapTo(Long.class)
                .one());
  }
}
