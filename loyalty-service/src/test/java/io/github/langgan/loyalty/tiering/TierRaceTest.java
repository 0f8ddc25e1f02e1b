package io.github.langgan.loyalty.tiering;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The history that everybody writes at once is a chain all the same: the invariants look at it. */
@QuarkusTest
class TierRaceTest extends LoyaltyTest {

  private static final int ROUNDS = 12;

  @Test
  void grants_freezes_and_purchases_at_once_leave_one_history() throws Exception {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program();
    TierApi.scheme(
        program,
        """
        "basis":"POINTS","period":{"kind":"ROLLING","days":30},"validity":{"days":30}""");
    UUID membership = Api.membership(customer, program);
    Instant later = clock.instant().plus(Duration.ofDays(1));
    Tokens.of("agent");
    Tokens.of("manager");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> grantAndRevoke =
          () -> {
            UUID grant =
                TierApi.grant(membership, "GOLD", later)
                    .then()
                    .extract()
                    .jsonPath()
                    .getUUID("grantId");
            return Api.as("manager")
                .delete("/v1/loyalty/memberships/{id}/tier-grants/{grant}", membership, grant)
                .statusCode();
          };
      Callable<Integer> freezeAndThaw =
          () -> {
            UUID freeze =
                TierApi.freeze(membership, later).then().extract().jsonPath().getUUID("freezeId");
            return Api.as("agent")
                .delete("/v1/loyalty/memberships/{id}/tier-freezes/{freeze}", membership, freeze)
                .statusCode();
          };
      List<Future<Integer>> granting =
          Collections.nCopies(ROUNDS, grantAndRevoke).stream().map(threads::submit).toList();
      List<Future<Integer>> freezing =
          Collections.nCopies(ROUNDS, freezeAndThaw).stream().map(threads::submit).toList();
      for (int one = 0; one < ROUNDS; one++) {
        others.recorded(customer, at(clock.instant(), purchase(line("HOME", 10, "1.00"))));
      }
      for (Future<Integer> one : granting) {
        assertThat(one.get()).isEqualTo(204);
      }
      for (Future<Integer> one : freezing) {
        assertThat(one.get()).isEqualTo(204);
      }
    }
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10L * ROUNDS));

    assertThat(TierApi.code(membership)).isEqualTo("SILVER");
    assertThat(TierApi.changes(membership).jsonPath().getString("items[0].to")).isEqualTo("SILVER");
  }
}
