package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two change a webhook at once. */
@QuarkusTest
class OvertakenChangeTest extends WebhookTestBase {

  private boolean somebodyWaits() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (SELECT FROM pg_stat_activity
                                    WHERE datname = current_database()
                                      AND wait_event_type = 'Lock' AND query LIKE '%webhook%')
                    """)
                .mapTo(Boolean.class)
                .one());
  }

  @Test
  void who_was_overtaken_while_it_waited_changes_nothing() {
    String id = registered(ACME, receiver.url(), UPDATED).id();
    CompletableFuture<Integer> answer =
        jdbi.inTransaction(
            first -> {
              first.execute("UPDATE webhook SET version = 2 WHERE id = ?::uuid", id);
              CompletableFuture<Integer> second =
                  CompletableFuture.supplyAsync(
                      () -> ACME.patch(id, 1, "{\"description\":\"Tills\"}").statusCode());
              await().pollInterval(Duration.ofMillis(10)).until(this::somebodyWaits);
              return second;
            });

    assertThat(answer.join()).isEqualTo(412);
    assertThat(ACME.webhook(id).getString("description")).isNull();
  }
}
