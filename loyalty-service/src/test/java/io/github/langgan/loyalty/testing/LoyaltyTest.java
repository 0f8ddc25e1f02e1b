package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** The service with all that it needs; after each test the ledger is looked through. */
@QuarkusTestResource(StackResource.class)
public abstract class LoyaltyTest {

  @Inject protected OtherServices others;
  @Inject protected TestTopics topics;
  @Inject protected MovableClock clock;
  @Inject InvariantChecks invariants;

  @AfterEach
  void the_ledger_is_sound() {
    clock.reset();
    invariants.hold();
  }
}
