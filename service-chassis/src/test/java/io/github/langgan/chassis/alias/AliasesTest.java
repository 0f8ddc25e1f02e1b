package io.github.langgan.chassis.alias;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AliasesTest {

  @Inject Aliases aliases;
  @Inject Jdbi jdbi;

  private final UUID a = UUID.randomUUID();
  private final UUID b = UUID.randomUUID();
  private final UUID c = UUID.randomUUID();

  @Test
  void an_id_means_itself_until_it_is_merged() {
    assertThat(aliases.current(a)).isEqualTo(a);
    merge(a, b);
    assertThat(aliases.current(a)).isEqualTo(b);
    assertThat(aliases.meaning(b)).containsExactlyInAnyOrder(a, b);
    assertThat(requiringNew().call(() -> aliases.resolve(Set.of(a, b, c))))
        .isEqualTo(Map.of(a, b, b, b, c, c));
  }

  @Test
  void a_chain_leads_to_its_end_in_whatever_order_it_was_made() {
    merge(b, c);
    merge(a, b);
    assertThat(aliases.current(a)).isEqualTo(c);
    UUID d = UUID.randomUUID();
    merge(c, d);
    assertThat(aliases.meaning(d)).containsExactlyInAnyOrder(a, b, c, d);
  }

  @Test
  void what_is_published_of_several_has_a_key_of_its_own() {
    merge(a, b);
    assertThat(sharedWith(b)).containsExactly(a);
    merge(b, c);
    assertThat(sharedWith(c)).containsExactlyInAnyOrder(a, b);
    split(b);
    assertThat(sharedWith(c)).isEmpty();
    assertThat(sharedWith(b)).containsExactly(a);
  }

  private Set<UUID> sharedWith(UUID survivor) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT unnest(shared_with) FROM person_key WHERE data_subject = :id AND current")
                .bind("id", survivor)
                .mapTo(UUID.class)
                .set());
  }

  @Test
  void a_split_takes_those_along_that_were_merged_before() {
    UUID other = UUID.randomUUID();
    merge(a, b);
    merge(b, c);
    merge(other, c);
    assertThat(split(b)).containsExactlyInAnyOrder(a, b);
    assertThat(aliases.current(a)).isEqualTo(b);
    assertThat(aliases.current(b)).isEqualTo(b);
    assertThat(aliases.current(other)).isEqualTo(c);
    assertThat(split(a)).containsExactly(a);
    assertThat(aliases.current(a)).isEqualTo(a);
  }

  @Test
  void the_same_again_changes_nothing() {
    merge(a, b);
    merge(b, c);
    merge(a, b);
    assertThat(aliases.current(a)).isEqualTo(c);
    split(b);
    assertThat(split(b)).containsExactlyInAnyOrder(a, b);
    assertThat(aliases.current(a)).isEqualTo(b);
  }

  @Test
  void a_merge_waits_for_those_who_have_resolved_and_write() throws Exception {
    CountDownLatch merging = new CountDownLatch(1);
    CompletableFuture<Void> merge =
        CompletableFuture.runAsync(
            () -> {
              try {
                merging.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              merge(a, b);
            });
    requiringNew()
        .run(
            () -> {
              assertThat(aliases.resolve(a)).isEqualTo(a);
              merging.countDown();
              await().until(this::somebodyWaits);
              assertThat(merge).isNotDone();
            });
    merge.get();
    assertThat(aliases.current(a)).isEqualTo(b);
  }

  private void merge(UUID id, UUID into) {
    requiringNew().run(() -> aliases.merge(id, into));
  }

  private Set<UUID> split(UUID id) {
    return requiringNew().call(() -> aliases.split(id));
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
