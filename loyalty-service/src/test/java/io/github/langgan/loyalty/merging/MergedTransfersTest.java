package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.TransferApi.allow;
import static io.github.langgan.loyalty.testing.TransferApi.give;
import static io.github.langgan.loyalty.testing.TransferApi.transfers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gave and who received stays what it was, whoever is merged and unmerged. */
@QuarkusTest
class MergedTransfersTest extends LoyaltyTest {

  private Member survivor;
  private Member merged;
  private Member third;

  @BeforeEach
  void three_members() {
    survivor = Member.with(others, 100);
    merged = survivor.other();
    merged.earn(50);
    third = survivor.other();
    allow(survivor.program(), "");
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

  @Test
  void what_was_given_before_the_merge_stays_given() {
    give(merged.membership(), third.membership(), 20).then().statusCode(201);
    UUID merge = merge();
    transfers(survivor.membership()).then().body("items.points", contains(20));
    undo(merge);

    assertThat(survivor.active()).isEqualTo(100);
    assertThat(merged.active()).isEqualTo(30);
    assertThat(third.active()).isEqualTo(20);
    transfers(survivor.membership()).then().body("items", hasSize(0));
    transfers(merged.membership()).then().body("items.points", contains(20));
  }

  @Test
  void what_each_gave_meanwhile_is_its_own_afterwards() {
    UUID merge = merge();
    give(merged.membership(), third.membership(), 30).then().statusCode(201);
    give(survivor.membership(), third.membership(), 5).then().statusCode(201);
    undo(merge);

    assertThat(merged.active()).isEqualTo(20);
    assertThat(survivor.active()).isEqualTo(95);
    assertThat(third.active()).isEqualTo(35);
  }

  @Test
  void what_each_received_meanwhile_is_its_own_afterwards() {
    third.earn(40);
    UUID merge = merge();
    give(third.membership(), merged.membership(), 10).then().statusCode(201);
    give(third.membership(), survivor.membership(), 5).then().statusCode(201);
    undo(merge);

    assertThat(merged.active()).isEqualTo(60);
    assertThat(survivor.active()).isEqualTo(105);
    assertThat(third.active()).isEqualTo(25);
  }

  @Test
  void what_went_to_and_fro_comes_to_rest_where_it_was_sent() {
    give(merged.membership(), third.membership(), 50).then().statusCode(201);
    UUID merge = merge();
    give(third.membership(), merged.membership(), 20).then().statusCode(201);
    give(third.membership(), survivor.membership(), 10).then().statusCode(201);
    undo(merge);

    assertThat(merged.active()).isEqualTo(20);
    assertThat(survivor.active()).isEqualTo(110);
    assertThat(third.active()).isEqualTo(20);
  }

  @Test
  void giver_and_recipient_become_one_and_two_again() {
    give(merged.membership(), survivor.membership(), 30).then().statusCode(201);
    UUID merge = merge();
    assertThat(survivor.active()).isEqualTo(150);
    give(merged.membership(), survivor.membership(), 1)
        .then()
        .statusCode(409)
        .body("type", endsWith("/problems/own-membership"));
    undo(merge);

    assertThat(survivor.active()).isEqualTo(130);
    assertThat(merged.active()).isEqualTo(20);
  }
}
