package io.github.langgan.loyalty.funding;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.github.langgan.loyalty.testing.Purchases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The partner acme pays for four of ten points that are earned at it. */
@QuarkusTest
class FundingTest extends LoyaltyTest {

  private static final String SHARES =
      "\"partnerShares\":[{\"partner\":\"acme\",\"share\":\"0.4\"}],";

  private Member siti;

  @BeforeEach
  void a_member() {
    siti = Member.of(others, "\"pointCost\":\"0.01\"," + SHARES);
  }

  @AfterEach
  void the_chain_holds() {
    siti.chainHolds();
  }

  @Test
  void a_partner_pays_its_share_in_the_very_entry_that_earns() {
    siti.earn(101);

    Api.entries(siti.membership())
        .then()
        .body("items[0].points", equalTo(101))
        .body("items[0].postings.account", contains("MEMBER", "PARTNER_FUNDING", "ISSUE"))
        .body("items[0].postings.points", contains(101, -40, -61))
        .body("items[0].postings.partner", contains(null, "acme", null));
    funding("")
        .body("partners.partner", contains("acme"))
        .body("partners[0].share", equalTo("0.4"))
        .body("partners[0].points", equalTo(40))
        .body("partners[0].cost.amount", equalTo("0.40"))
        .body("partners[0].periods.start", contains(month().toString()))
        .body("partners[0].periods.issued", contains(40));
    Api.as("manager")
        .get("/v1/loyalty/programs/{id}/liability", siti.program())
        .then()
        .body("owed.points", equalTo(101))
        .body("periods[-1].issued", equalTo(101))
        .body("reconciliation.agrees", equalTo(true));
  }

  @Test
  void purchases_elsewhere_and_points_that_are_given_cost_it_nothing() {
    others.recorded(siti.customer(), at("other", purchase(line("HOME", 10, "1.00"))));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(10));
    others.promised(siti.customer(), 5);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(15));

    funding("").body("partners", empty());
  }

  @Test
  void partial_returns_end_where_the_rest_alone_would_have() {
    Purchase bought = purchase(line("HOME", 7, "1.00"));
    others.recorded(siti.customer(), bought);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(7));
    funding("").body("partners[0].points", equalTo(3));
    for (int left = 6; left >= 0; left--) {
      others.returned(siti.customer(), new Back(bought, 1, 1));
      int active = left;
      await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(active));
      funding("").body("partners[0].points", equalTo(Math.round(0.4f * left)));
    }
    funding("")
        .body("partners[0].periods.issued", contains(3))
        .body("partners[0].periods.returned", contains(3));
  }

  @Test
  void it_gets_its_share_back_also_of_points_that_are_spent() {
    Purchase bought = purchase(line("HOME", 10, "1.00"));
    others.recorded(siti.customer(), bought);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(10));
    Api.redeem(siti.membership(), 10).then().statusCode(201);
    others.returned(siti.customer(), new Back(bought, 1, 10));

    await()
        .untilAsserted(
            () ->
                Api.entries(siti.membership())
                    .then()
                    .body("items[0].kind", equalTo("RETURNED"))
                    .body("items[0].shortfall", equalTo(10))
                    .body("items[0].points", equalTo(0))
                    .body("items[0].postings.account", contains("PARTNER_FUNDING", "ISSUE"))
                    .body("items[0].postings.points", contains(4, -4)));
    funding("").body("partners[0].points", equalTo(0));
    siti.earn(3);
  }

  @Test
  void a_purchase_keeps_the_share_of_the_terms_that_it_earned_by() {
    Purchase bought = Purchases.at(clock.instant(), purchase(line("HOME", 10, "1.00")));
    others.recorded(siti.customer(), bought);
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(10));
    Api.terms(
            siti.program(),
            """
            {"partnerShares":[{"partner":"bmart","share":"1"}],\
            "earningRules":[{"name":"base","expression":"transaction.total"}]}""")
        .then()
        .statusCode(201);
    others.returned(siti.customer(), new Back(bought, 1, 5));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(5));
    var later = Purchases.at(clock.instant(), purchase(line("HOME", 8, "1.00")));
    others.recorded(siti.customer(), at("bmart", later));
    await().untilAsserted(() -> assertThat(siti.active()).isEqualTo(13));

    funding("?by=YEAR")
        .body("partners.partner", contains("acme", "bmart"))
        .body("partners.points", contains(2, 8))
        .body("partners.share", contains(null, "1"))
        .body("partners[0].cost", nullValue());
    assertThat(
            Api.as("analyst")
                .get("/v1/loyalty/programs/{id}/funding.csv", siti.program())
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .isEqualTo(
            """
            partner,start,end,issued,returned,points\r
            "acme",%1$s,%2$s,4,2,2\r
            "bmart",%1$s,%2$s,8,0,8\r
            """
                .formatted(month(), month().plusMonths(1)));
    funding("?from=" + month().plusMonths(1)).body("partners", empty());
  }

  @Test
  void only_the_company_reads_it() {
    for (String token : List.of(Tokens.of("agent"), Tokens.customer(UuidV7.next()))) {
      Api.with(token)
          .get("/v1/loyalty/programs/{id}/funding", siti.program())
          .then()
          .statusCode(403);
    }
    for (String report : List.of("funding", "funding.csv")) {
      Api.as("manager")
          .get("/v1/loyalty/programs/" + UuidV7.next() + "/" + report)
          .then()
          .statusCode(404);
    }
  }

  private ValidatableResponse funding(String query) {
    return Api.as("manager")
        .get("/v1/loyalty/programs/" + siti.program() + "/funding" + query)
        .then()
        .statusCode(200);
  }

  private static Purchase at(String partner, Purchase purchase) {
    return new Purchase(
        purchase.id(),
        partner,
        purchase.externalId(),
        purchase.customer(),
        purchase.occurredAt(),
        purchase.currency(),
        purchase.channel(),
        purchase.total(),
        purchase.lines());
  }

  private LocalDate month() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
  }
}
