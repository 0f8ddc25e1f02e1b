package io.github.langgan.chassis.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
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

    await().atMost(Duration.ofSeconds(10)).until(second::hold);

    assertThat(first.hold()).isFalse();
  }

  @Test
  void a_living_holder_renews_it_before_its_term_has_passed() {
    Lease shortTerm = new Lease(jdbi, name, Duration.ofSeconds(2));
    shortTerm.hold();

    await()
        .during(Duration.ofSeconds(4))
        .atMost(Duration.ofSeconds(10))
        .until(() -> shortTerm.hold() && !second.hold());
  }

  @Test
  void releasing_what_another_holds_takes_nothing_from_it() {
    first.hold();

    second.release();

    assertThat(second.hold()).isFalse();
  }
}
