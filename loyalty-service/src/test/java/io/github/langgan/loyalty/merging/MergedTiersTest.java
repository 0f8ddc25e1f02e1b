package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.TierApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedTiersTest extends LoyaltyTest {

  private UUID siti;
  private UUID budi;
  private UUID ofSiti;
  private UUID ofBudi;

  @BeforeEach
  void two_members_of_a_program_with_tiers() {
    siti = others.registeredCustomer();
    budi = others.registeredCustomer();
    UUID program = Api.program();
    TierApi.scheme(
        program,
        """
        "basis":"POINTS","period":{"kind":"MEMBERSHIP_YEAR"},"validity":{"days":90}""");
    ofSiti = Api.membership(siti, program);
    clock.advance(Duration.ofDays(40));
    ofBudi = Api.membership(budi, program);
  }

  private void buys(UUID customer, UUID membership, long pounds) {
    long before = Api.active(membership);
    others.recorded(customer, at(clock.instant(), purchase(line("HOME", pounds, "1.00"))));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(before + pounds));
  }

  @Test
  void what_both_bought_counts_together_until_they_are_two_again() {
    buys(siti, ofSiti, 60);
    buys(budi, ofBudi, 60);
    UUID merge = others.merged(siti, budi);

    assertThat(TierApi.code(ofSiti)).isEqualTo("SILVER");
    TierApi.tier(ofBudi)
        .then()
        .body("membershipId", equalTo(ofSiti.toString()))
        .body("counted.amount", equalTo("120"));
    TierApi.changes(ofSiti)
        .then()
        .body("items[0].reason", equalTo("MERGE"))
        .body("items[0].cause", equalTo(merge.toString()));

    others.unmerged(merge, siti, budi);
    assertThat(TierApi.code(ofSiti)).isEqualTo("BASIC");
    assertThat(TierApi.code(ofBudi)).isEqualTo("BASIC");
    TierApi.changes(ofSiti).then().body("items[0].reason", equalTo("UNMERGE"));
  }

  @Test
  void the_better_tier_stays_and_goes_back_to_whom_it_was() {
    // in one year of budi's own, but in two of siti's
    clock.advance(Duration.ofDays(310));
    buys(budi, ofBudi, 200);
    clock.advance(Duration.ofDays(30));
    buys(budi, ofBudi, 100);
    assertThat(TierApi.code(ofBudi)).isEqualTo("GOLD");
    UUID merge = others.merged(siti, budi);
    assertThat(TierApi.code(ofSiti)).isEqualTo("GOLD");
    buys(budi, ofSiti, 10);

    others.unmerged(merge, siti, budi);

    assertThat(TierApi.code(ofSiti)).isEqualTo("BASIC");
    assertThat(TierApi.code(ofBudi)).isEqualTo("GOLD");
    TierApi.tier(ofBudi).then().body("counted.amount", equalTo("310"));
    clock.advance(Duration.ofDays(500));
    assertThat(TierApi.code(ofBudi)).isEqualTo("BASIC");
  }

  @Test
  void a_complaint_of_one_record_freezes_the_tier_of_both() {
    buys(siti, ofSiti, 100);
    UUID merge = others.merged(siti, budi);
    UUID complaint = others.complained(budi, clock.instant());
    clock.advance(Duration.ofDays(500));
    assertThat(TierApi.code(ofSiti)).isEqualTo("SILVER");

    others.unmerged(merge, siti, budi);
    assertThat(TierApi.code(ofSiti)).isEqualTo("BASIC");
    others.answered(complaint, budi, clock.instant());
    assertThat(TierApi.code(ofBudi)).isEqualTo("BASIC");
  }
}
