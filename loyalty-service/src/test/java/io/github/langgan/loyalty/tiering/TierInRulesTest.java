package io.github.langgan.loyalty.tiering;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TierInRulesTest extends LoyaltyTest {

  private static final String DOUBLE_FOR_SILVER =
      """
      "earningRules":[{"name":"base","expression":"transaction.total"},\
      {"name":"silver","when":"member.tier == 'SILVER'","effect":"FACTOR","expression":"2"}]""";

  private static final String SPEND =
      """
      "basis":"SPEND","period":{"kind":"ROLLING","days":30},"validity":{"days":30}""";

  @Test
  void a_purchase_earns_by_the_tier_that_the_member_had_when_it_was_made() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program(DOUBLE_FOR_SILVER);
    UUID membership = Api.membership(customer, program);
    TierApi.scheme(program, SPEND);
    Purchase first = at(clock.instant(), purchase(line("HOME", 100, "1.00")));
    Purchase second =
        at(clock.instant().plus(Duration.ofMinutes(1)), purchase(line("HOME", 10, "1.00")));
    clock.advance(Duration.ofMinutes(2));
    // perhaps in one batch: the first counts for the second all the same
    others.recorded(customer, first);
    others.recorded(customer, second);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(120));

    // the tier is gone with the first, the rest of the second is rated as it was
    others.returned(customer, new Back(first, 1, 100));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(20));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");
    others.returned(customer, new Back(second, 1, 4));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(12));

    Purchase third = at(clock.instant(), purchase(line("HOME", 10, "1.00")));
    others.recorded(customer, third);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(22));
  }

  @Test
  void a_late_purchase_earns_by_the_tier_of_its_own_time() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program(DOUBLE_FOR_SILVER);
    UUID membership = Api.membership(customer, program);
    TierApi.scheme(program, SPEND);
    others.recorded(customer, at(clock.instant(), purchase(line("HOME", 100, "1.00"))));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(100));
    var whileSilver = clock.instant().plus(Duration.ofDays(3));
    clock.advance(Duration.ofDays(60));
    assertThat(TierApi.code(membership)).isEqualTo("BASIC");

    others.recorded(customer, at(whileSilver, purchase(line("HOME", 10, "1.00"))));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(120));
  }
}
