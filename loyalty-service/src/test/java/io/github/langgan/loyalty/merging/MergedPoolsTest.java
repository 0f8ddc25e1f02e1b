package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.PoolApi.joined;
import static io.github.langgan.loyalty.testing.PoolApi.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.PoolApi;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pools are of records: whoever holds a record's points lets others spend them. */
@QuarkusTest
class MergedPoolsTest extends LoyaltyTest {

  private Member survivor;
  private Member merged;
  private Member third;

  @BeforeEach
  void three_members() {
    survivor = Member.with(others, 100);
    merged = survivor.other();
    merged.earn(50);
    third = survivor.other();
    PoolApi.allow(survivor.program(), "");
  }

  @AfterEach
  void the_chains_hold() {
    List.of(survivor, merged, third).forEach(Member::chainHolds);
  }

  private UUID merge() {
    return others.merged(survivor.customer(), merged.customer());
  }

  private void undo(UUID merge) {
    others.unmerged(merge, survivor.customer(), merged.customer());
  }

  private UUID redeemed(Member member, int points) {
    return redeem(member.membership(), points)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("redemptionId");
  }

  @Test
  void the_survivor_lets_others_spend_what_the_merged_record_let_them() {
    UUID pool = PoolApi.opened(third.membership());
    joined(pool, merged.membership(), "{\"points\":70,\"period\":\"EVER\"}");
    UUID merge = merge();
    PoolApi.of(third.membership()).then().body("othersPoints", equalTo(70));
    PoolApi.of(survivor.membership()).then().body("pools.poolId", contains(pool.toString()));

    UUID redemption = redeemed(third, 60);
    assertThat(survivor.active()).isEqualTo(90);
    Api.reverse(redemption, "{\"points\":20}").then().statusCode(200);
    assertThat(survivor.active()).isEqualTo(110);
    undo(merge);

    assertThat(survivor.active()).isEqualTo(100);
    assertThat(merged.active()).isEqualTo(10);
    Api.reverse(redemption, "{}").then().statusCode(200);
    assertThat(merged.active()).isEqualTo(50);
    assertThat(survivor.active()).isEqualTo(100);
    assertThat(third.active()).isEqualTo(0);
  }

  @Test
  void what_was_drawn_before_a_merge_comes_back_to_the_survivor_and_after_a_split_to_the_record() {
    UUID pool = PoolApi.opened(third.membership());
    joined(pool, merged.membership(), "");
    UUID redemption = redeemed(third, 40);
    UUID merge = merge();
    Api.reverse(redemption, "{\"points\":10}").then().statusCode(200);
    assertThat(survivor.active()).isEqualTo(120);
    undo(merge);
    assertThat(merged.active()).isEqualTo(20);
    Api.reverse(redemption, "{}").then().statusCode(200);

    assertThat(merged.active()).isEqualTo(50);
    assertThat(survivor.active()).isEqualTo(100);
  }

  @Test
  void two_of_one_pool_become_one_which_spends_its_own_points_only() {
    UUID pool = PoolApi.opened(survivor.membership());
    joined(pool, merged.membership(), "");
    UUID redemption = redeemed(survivor, 120);
    UUID merge = merge();
    assertThat(survivor.active()).isEqualTo(30);
    PoolApi.of(survivor.membership())
        .then()
        .body("ownPoints", equalTo(30))
        .body("othersPoints", equalTo(0));
    Api.reverse(redemption, "{\"points\":50}").then().statusCode(200);
    assertThat(survivor.active()).isEqualTo(80);
    undo(merge);
    Api.reverse(redemption, "{}").then().statusCode(200);

    assertThat(survivor.active()).isEqualTo(100);
    assertThat(merged.active()).isEqualTo(50);
  }

  @Test
  void the_survivor_spends_with_the_pools_of_both() {
    Member fourth = survivor.other();
    third.earn(5);
    fourth.earn(7);
    joined(PoolApi.opened(survivor.membership()), third.membership(), "");
    joined(PoolApi.opened(merged.membership()), fourth.membership(), "");
    UUID merge = merge();

    redeem(survivor.membership(), 162)
        .then()
        .statusCode(201)
        .body(
            "fromPool.membershipId",
            containsInAnyOrder(third.membership().toString(), fourth.membership().toString()));
    assertThat(survivor.active() + third.active() + fourth.active()).isEqualTo(0);
    undo(merge);
    PoolApi.of(merged.membership()).then().body("othersPoints", equalTo(0));
    fourth.earn(3);
    PoolApi.of(merged.membership()).then().body("othersPoints", equalTo(3));
    PoolApi.of(survivor.membership()).then().body("othersPoints", equalTo(0));
  }

  @Test
  void who_stands_twice_in_a_pool_lets_others_spend_the_least_that_it_said() {
    UUID pool = PoolApi.opened(third.membership());
    joined(pool, survivor.membership(), "{\"points\":30,\"period\":\"EVER\"}");
    joined(pool, merged.membership(), "{\"points\":20,\"period\":\"EVER\"}");
    merge();

    redeemed(third, 20);

    redeem(third.membership(), 1).then().statusCode(409).body("available", equalTo(0));
    assertThat(survivor.active()).isEqualTo(130);
  }
}
