package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.RewardApi.cancel;
import static io.github.langgan.loyalty.testing.RewardApi.confirm;
import static io.github.langgan.loyalty.testing.RewardApi.policy;
import static io.github.langgan.loyalty.testing.RewardApi.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations stay open through a merge and its undoing. */
@QuarkusTest
class MergedReservationsTest extends LoyaltyTest {

  private Member survivor;
  private Member merged;

  @BeforeEach
  void two_members() {
    survivor = Member.with(others, 100);
    merged = survivor.other();
    merged.earn(50);
  }

  @Test
  void what_the_merged_one_reserved_before_is_the_survivors_to_confirm_or_to_get_back() {
    UUID kept = reserved(merged.membership(), 20);
    UUID cancelled = reserved(merged.membership(), 10);
    others.merged(survivor.customer(), merged.customer());

    Api.read(survivor.membership())
        .then()
        .body("balance.active", equalTo(120))
        .body("balance.reserved", equalTo(30));
    cancel(cancelled).then().statusCode(200).body("balance.active", equalTo(130));
    confirm(kept).then().statusCode(200).body("balance.active", equalTo(130));
    Api.read(survivor.membership()).then().body("balance.reserved", equalTo(0));
    Api.reverse(kept, "{}").then().statusCode(200).body("balance.active", equalTo(150));
  }

  @Test
  void what_was_reserved_before_belongs_to_the_merged_one_after_the_undoing() {
    UUID kept = reserved(merged.membership(), 20);
    UUID cancelled = reserved(merged.membership(), 10);
    UUID merge = others.merged(survivor.customer(), merged.customer());
    others.unmerged(merge, survivor.customer(), merged.customer());

    cancel(cancelled).then().statusCode(200);
    confirm(kept).then().statusCode(200);

    assertThat(survivor.active()).isEqualTo(100);
    assertThat(merged.active()).isEqualTo(30);
  }

  @Test
  void what_was_reserved_meanwhile_comes_back_to_the_record_that_was_named() {
    UUID merge = others.merged(survivor.customer(), merged.customer());
    UUID ofMerged = reserved(merged.membership(), 20);
    UUID ofSurvivor = reserved(survivor.membership(), 10);
    UUID kept = reserved(merged.membership(), 5);
    others.unmerged(merge, survivor.customer(), merged.customer());

    assertThat(merged.active()).isEqualTo(50 - 20 - 5);
    assertThat(survivor.active()).isEqualTo(100 - 10);
    cancel(ofMerged).then().statusCode(200);
    cancel(ofSurvivor).then().statusCode(200);
    confirm(kept).then().statusCode(200);

    assertThat(merged.active()).isEqualTo(45);
    assertThat(survivor.active()).isEqualTo(100);
  }

  @Test
  void limits_count_what_both_have_spent() {
    policy(survivor.program(), 0, "{\"limit\":{\"points\":60,\"period\":\"YEAR\"}}");
    Api.redeem(merged.membership(), 40).then().statusCode(201);
    others.merged(survivor.customer(), merged.customer());

    Api.redeem(survivor.membership(), 21).then().statusCode(409).body("left", equalTo(20));
    Api.redeem(survivor.membership(), 20).then().statusCode(201);
  }
}
