package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.testing.MovableClock;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;

/**
 * The service with all that it needs; after each test the ledger is looked through. Time only goes
 * forward, from one test to the next.
 */
@QuarkusTestResource(StackResource.class)
public abstract class LoyaltyTest {

  @Inject protected OtherServices others;
  @Inject protected TestTopics topics;
  @Inject protected MovableClock clock;
  @Inject protected Jdbi jdbi;
  @Inject protected InvariantChecks invariants;

  protected List<UUID> knownTransactions() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT id FROM transaction WHERE type <> 'EXPECTED'")
                .mapTo(UUID.class)
                .list());
  }

  @AfterEach
  void the_ledger_is_sound() {
    invariants.hold();
  }
}
