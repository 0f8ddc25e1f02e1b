package io.github.langgan.chassis.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LeaseTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @Inject Jdbi jdbi;

  private final String name = "lease-" + UUID.randomUUID();
  private Lease first;
  private Lease second;

  @BeforeEach
  void twoProcesses() {
    first = new Lease(jdbi, name, LONG);
    second = new Lease(jdbi, name, LONG);
  }

  @Test
  void only_one_process_holds_it() {
    assertThat(first.hold()).isTrue();

    assertThat(second.hold()).isFalse();
    assertThat(first.hold()).isTrue();
  }

  @Test
  void another_takes_it_as_soon_as_it_is_released() {
    first.hold();

    first.release();

    assertThat(second.hold()).isTrue();
    assertThat(first.hold()).isFalse();
  }

  @Test
  void another_takes_it_when_the_term_of_a_dead_holder_has_passed() {
    assertThat(new Lease(jdbi, name, Duration.ofSeconds(1)).hold()).isTrue();

    await().atMost(Duration.ofMinutes(1)).until(second::hold);

    assertThat(first.hold()).isFalse();
  }

  @Test
  void a_living_holder_renews_it_when_a_third_of_its_term_has_passed_and_not_before() {
    AtomicLong now = new AtomicLong();
    Lease lease = new Lease(jdbi, name, LONG, now::get);
    lease.hold();
    Instant until = until();

    now.set(LONG.dividedBy(3).toNanos() - 1);
    assertThat(lease.hold()).isTrue();
    assertThat(until()).isEqualTo(until);

    now.incrementAndGet();
    assertThat(lease.hold()).isTrue();
    assertThat(until()).isAfter(until);
  }

  @Test
  void releasing_what_another_holds_takes_nothing_from_it() {
    first.hold();

    second.release();

    assertThat(second.hold()).isFalse();
  }

  private Instant until() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT until FROM lease WHERE name = :name")
                .bind("name", name)
                .mapTo(Instant.class)
                .one());
  }
}
