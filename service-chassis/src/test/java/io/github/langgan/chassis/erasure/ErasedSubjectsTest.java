package io.github.langgan.chassis.erasure;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasedSubjectsTest {

  @Inject ErasedSubjects erased;
  @Inject Aliases aliases;
  @Inject Jdbi jdbi;

  private final UUID a = UUID.randomUUID();
  private final UUID b = UUID.randomUUID();
  private final Instant at = Instant.parse("2026-02-01T00:00:00Z");

  @Test
  void who_was_erased_is_known_for_good_and_since_when() {
    assertThat(erased.contains(a)).isFalse();
    erase(a, at);
    erase(a, at.plus(1, SECONDS));
    assertThat(erased.among(List.of(a, b))).containsExactly(a);
    assertThat(erased.among(Set.of())).isEmpty();
    assertThat(erased.erasedAt(a)).contains(at);
    assertThat(erased.erasedAt(b)).isEmpty();
  }

  @Test
  void an_erasure_waits_for_those_who_write() throws Exception {
    CountDownLatch erasing = new CountDownLatch(1);
    CompletableFuture<Void> erasure =
        CompletableFuture.runAsync(
            () -> {
              try {
                erasing.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              erase(a, at);
            });
    requiringNew()
        .run(
            () -> {
              aliases.resolve(a);
              erasing.countDown();
              await().until(this::somebodyWaits);
              assertThat(erased.contains(a)).isFalse();
            });
    erasure.get();
    assertThat(erased.contains(a)).isTrue();
  }

  private void erase(UUID subject, Instant when) {
    requiringNew().run(() -> erased.add(List.of(subject, subject), when));
  }

  private boolean somebodyWaits() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (SELECT FROM pg_locks
                                    WHERE relation = 'alias'::regclass AND NOT granted)
                    """)
                .mapTo(Boolean.class)
                .one());
  }
}
