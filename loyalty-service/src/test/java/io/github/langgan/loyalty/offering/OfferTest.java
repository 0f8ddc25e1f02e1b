package io.github.langgan.loyalty.offering;

import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.ON_LAPSING;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OfferApi;
import io.github.langgan.loyalty.testing.TierApi;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OfferTest extends LoyaltyTest {

  private static final String VOUCHER =
      """
      "benefit":{"kind":"VOUCHER","campaignId":"%s"},"economics":{"acceptanceRate":"0.2",\
      "marginPerAcceptance":"30.00","benefitCost":"4.00","contactCost":"0.05"}""";

  private Member member;
  private UUID proposition;

  private UUID offered(String benefit) {
    member = Member.of(others, "");
    return offered(member, benefit);
  }

  private UUID offered(Member to, String benefit) {
    proposition =
        OfferApi.active(
            to.program(),
            benefit,
            "\"budget\":{\"offers\":10,\"cost\":\"40.00\"}",
            CONTACT,
            ON_LAPSING);
    others.became(to.customer(), "LAPSING", clock.instant());
    return OfferApi.offer(to.membership());
  }

  @Test
  void accepting_gives_the_points_once() {
    UUID offer = offered(POINTS);
    OfferApi.offerRead(offer)
        .then()
        .statusCode(200)
        .body("state", equalTo("EXTENDED"))
        .body("occurrence", equalTo("LIFECYCLE_CHANGED"))
        .body("value", equalTo("5.00"))
        .body("benefit.points", equalTo(500));
    OfferApi.answer(offer, "seen").then().statusCode(200).body("state", equalTo("SEEN"));

    UUID entry =
        OfferApi.answer(offer, "acceptance")
            .then()
            .statusCode(200)
            .body("state", equalTo("ACCEPTED"))
            .body("endedAt", notNullValue())
            .extract()
            .jsonPath()
            .getUUID("entryId");
    assertThat(member.active()).isEqualTo(500);
    Api.entries(member.membership())
        .then()
        .body("items.entryId", contains(entry.toString()))
        .body("items.kind", contains("GRANTED"))
        .body("items[0].postings.account", contains("MEMBER", "PROMOTION"));
    OfferApi.answer(offer, "acceptance")
        .then()
        .statusCode(200)
        .body("entryId", equalTo(entry.toString()));
    OfferApi.answer(offer, "seen").then().statusCode(200).body("state", equalTo("ACCEPTED"));
    OfferApi.answer(offer, "decline")
        .then()
        .statusCode(409)
        .body("type", endsWith("offer-over"))
        .body("state", equalTo("ACCEPTED"));
    assertThat(member.active()).isEqualTo(500);
    await()
        .untilAsserted(
            () ->
                assertThat(told(offer))
                    .containsExactlyInAnyOrder(
                        "offer.extended", "offer.seen", "offer.accepted", "points.granted"));
    OfferApi.read(proposition).then().body("budget.committed", equalTo("4.05"));
  }

  private List<String> told(UUID offer) {
    return topics.on("crm.loyalty").stream()
        .filter(event -> event.json().contains(offer.toString()))
        .map(event -> event.type())
        .toList();
  }

  @Test
  void many_who_accept_at_once_get_it_once() throws Exception {
    UUID offer = offered(POINTS);
    Callable<Integer> accepting = () -> OfferApi.answer(offer, "acceptance").statusCode();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 8).mapToObj(i -> accepting).collect(Collectors.toList()));
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(member.active()).isEqualTo(500);
  }

  @Test
  void accepting_draws_a_voucher_that_only_the_member_may_use() {
    UUID campaign = VoucherApi.campaign(VoucherApi.TEN_POUNDS);
    UUID offer = offered(VOUCHER.formatted(campaign));

    UUID voucher =
        OfferApi.answer(offer, "acceptance")
            .then()
            .statusCode(200)
            .body("entryId", nullValue())
            .extract()
            .jsonPath()
            .getUUID("voucherId");
    Api.as("agent")
        .get("/v1/loyalty/vouchers?customerId=" + member.customer())
        .then()
        .body("items.voucherId", contains(voucher.toString()));
  }

  @Test
  void an_offer_whose_vouchers_are_gone_stays_open() {
    UUID campaign = VoucherApi.campaign(VoucherApi.TEN_POUNDS);
    UUID offer = offered(VOUCHER.formatted(campaign));
    VoucherApi.close(campaign).then().statusCode(200);

    OfferApi.answer(offer, "acceptance")
        .then()
        .statusCode(409)
        .body("type", endsWith("voucher-campaign-closed"));
    OfferApi.offerRead(offer).then().body("state", equalTo("EXTENDED"));
  }

  @Test
  void a_gift_is_only_noted() {
    UUID offer = offered(POINTS.replace("\"POINTS\",\"points\":500", "\"GIFT\""));
    OfferApi.answer(offer, "acceptance")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACCEPTED"))
        .body("entryId", nullValue())
        .body("voucherId", nullValue());
    assertThat(member.active()).isZero();
  }

  @Test
  void declining_gives_the_budget_its_benefit_back() {
    UUID offer = offered(POINTS);
    OfferApi.read(proposition)
        .then()
        .body("budget.extended", equalTo(1))
        .body("budget.committed", equalTo("4.05"));

    OfferApi.answer(offer, "decline").then().statusCode(200).body("state", equalTo("DECLINED"));
    OfferApi.answer(offer, "decline").then().statusCode(200).body("state", equalTo("DECLINED"));
    OfferApi.answer(offer, "acceptance").then().statusCode(409).body("state", equalTo("DECLINED"));
    OfferApi.read(proposition)
        .then()
        .body("budget.extended", equalTo(1))
        .body("budget.committed", equalTo("0.05"));
    assertThat(member.active()).isZero();
  }

  @Test
  void an_offer_ends_with_its_time_whether_or_not_that_was_noted() {
    UUID offer = offered(POINTS);
    clock.advance(Duration.ofDays(14));

    OfferApi.answer(offer, "acceptance").then().statusCode(409).body("state", equalTo("EXPIRED"));
    OfferApi.offerRead(offer)
        .then()
        .body("state", equalTo("EXPIRED"))
        .body("endedAt", notNullValue());
    await()
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMinutes(1));
              assertThat(told(offer)).contains("offer.expired");
            });
    OfferApi.read(proposition).then().body("budget.committed", equalTo("0.05"));
  }

  @Test
  void what_is_open_can_be_accepted_after_its_proposition_ended() {
    UUID offer = offered(POINTS);
    OfferApi.act(proposition, "end").then().statusCode(200);
    OfferApi.answer(offer, "acceptance").then().statusCode(200);
    assertThat(member.active()).isEqualTo(500);
  }

  @Test
  void granted_points_lift_a_tier_by_balance() {
    member = Member.of(others, "");
    TierApi.scheme(member.program(), "\"basis\":\"BALANCE\",\"validity\":{\"days\":30}");
    UUID offer = offered(member, POINTS);
    OfferApi.answer(offer, "acceptance").then().statusCode(200);
    assertThat(TierApi.code(member.membership())).isEqualTo("GOLD");
    TierApi.changes(member.membership())
        .then()
        .body("items[0].reason", equalTo("POINTS"))
        .body("items[0].cause", equalTo(offer.toString()));
  }

  @Test
  void a_customer_sees_and_accepts_its_own_only() {
    UUID offer = offered(POINTS);
    String own = Tokens.customer(member.customer());
    String anothers = Tokens.customer(UuidV7.next());

    for (String how : List.of("seen", "acceptance", "decline")) {
      Api.with(anothers).post("/v1/loyalty/offers/{id}/" + how, offer).then().statusCode(404);
    }
    Api.with(anothers).get("/v1/loyalty/offers/{id}", offer).then().statusCode(404);
    Api.with(anothers)
        .get("/v1/loyalty/memberships/{id}/offers", member.membership())
        .then()
        .statusCode(404);
    Api.with(Tokens.partner("acme"))
        .post("/v1/loyalty/offers/{id}/acceptance", offer)
        .then()
        .statusCode(403);
    Api.with(own)
        .get("/v1/loyalty/memberships/{id}/offers", member.membership())
        .then()
        .body("items", hasSize(1));
    Api.with(own).post("/v1/loyalty/offers/{id}/acceptance", offer).then().statusCode(200);
    assertThat(member.active()).isEqualTo(500);
  }
}
