package io.github.langgan.loyalty.liability;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.ManyMembers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long the report takes over a million lots: run by name, {@code -Dtest=LiabilityBench
 * -Dtests.jit-level=4}; its name keeps it out of the ordinary run.
 */
@QuarkusTest
class LiabilityBench extends LoyaltyTest {

  private static final int MEMBERS = 100_000;
  private static final int LOTS_EACH = 10;

  @Inject ManyMembers members;

  @Test
  void a_million_lots() {
    UUID program = Api.program();
    members.customers(program, MEMBERS);
    var now = clock.instant();
    for (int i = LOTS_EACH; i > 0; i--) {
      members.give(
          program,
          100,
          now.minus(Duration.ofDays(30L * i)),
          now.plus(Duration.ofDays(365 - 30L * i)));
    }
    jdbi.useHandle(handle -> handle.execute("ANALYZE"));
    for (int round = 1; round <= 4; round++) {
      long start = System.nanoTime();
      long owed =
          Api.as("manager")
              .get("/v1/loyalty/programs/{id}/liability", program)
              .jsonPath()
              .getLong("owed.points");
      System.out.printf(
          "the report over %,d lots: %.1f s%n",
          MEMBERS * LOTS_EACH, (System.nanoTime() - start) / 1e9);
      assertThat(owed).isEqualTo(100L * MEMBERS * LOTS_EACH);
    }
  }
}
