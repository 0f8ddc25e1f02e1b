package io.github.langgan.loyalty.merging;

import static io.github.langgan.loyalty.testing.OfferApi.BUDGET;
import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.ON_LAPSING;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OfferApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedOffersTest extends LoyaltyTest {

  private Member survivor;
  private Member merged;
  private UUID ofSurvivor;
  private UUID ofMerged;

  @BeforeEach
  void both_are_offered_the_same() {
    survivor = Member.of(others, "");
    merged = survivor.other();
    OfferApi.active(survivor.program(), POINTS, BUDGET, CONTACT, ON_LAPSING);
    others.became(survivor.customer(), "LAPSING", clock.instant());
    others.became(merged.customer(), "LAPSING", clock.instant());
    ofSurvivor = OfferApi.offer(survivor.membership());
    ofMerged = OfferApi.offer(merged.membership());
  }

  @Test
  void of_two_offers_of_the_same_one_can_be_accepted() {
    others.merged(survivor.customer(), merged.customer());

    OfferApi.offers(merged.membership())
        .then()
        .body("items.offerId", contains(ofMerged.toString(), ofSurvivor.toString()))
        .body("items.superseded", contains(true, false));
    OfferApi.answer(ofMerged, "acceptance")
        .then()
        .statusCode(409)
        .body("superseded", equalTo(true));
    OfferApi.answer(ofSurvivor, "acceptance").then().statusCode(200);
    OfferApi.answer(ofMerged, "acceptance").then().statusCode(409);
    assertThat(survivor.active()).isEqualTo(500);
    clock.advance(Duration.ofHours(1));
    others.became(survivor.customer(), "LAPSING", clock.instant());
    OfferApi.offers(survivor.membership()).then().body("items.size()", equalTo(2));
  }

  @Test
  void the_other_one_can_be_accepted_when_the_first_is_over() {
    others.merged(survivor.customer(), merged.customer());
    OfferApi.answer(ofSurvivor, "decline").then().statusCode(200);
    OfferApi.answer(ofMerged, "acceptance").then().statusCode(200);
    assertThat(survivor.active()).isEqualTo(500);
  }

  @Test
  void a_split_gives_each_its_own_back() {
    UUID merge = others.merged(survivor.customer(), merged.customer());
    OfferApi.answer(ofSurvivor, "decline").then().statusCode(200);
    OfferApi.answer(ofMerged, "acceptance").then().statusCode(200);

    others.unmerged(merge, survivor.customer(), merged.customer());

    assertThat(survivor.active()).isZero();
    assertThat(merged.active()).isEqualTo(500);
    OfferApi.offers(survivor.membership()).then().body("items.state", contains("DECLINED"));
    OfferApi.offers(merged.membership())
        .then()
        .body("items.state", contains("ACCEPTED"))
        .body("items.superseded", contains(false));
    Api.read(merged.membership()).then().body("customerId", equalTo(merged.customer().toString()));
  }
}
