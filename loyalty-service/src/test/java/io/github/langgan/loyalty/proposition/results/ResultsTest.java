package io.github.langgan.loyalty.proposition.results;

import static io.github.langgan.loyalty.testing.OfferApi.BUDGET;
import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.ON_LAPSING;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static io.github.langgan.loyalty.testing.Purchases.at;
import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.OfferApi;
import io.github.langgan.loyalty.testing.OtherServices.Back;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResultsTest extends LoyaltyTest {

  private static Response results(UUID proposition) {
    return Api.as("analyst").get("/v1/loyalty/propositions/{id}/results", proposition);
  }

  private void lapses(Member member) {
    others.became(member.customer(), "LAPSING", clock.instant());
  }

  @Test
  void it_counts_what_became_of_the_offers_and_what_they_cost() {
    Member siti = Member.of(others, "");
    UUID proposition =
        OfferApi.active(siti.program(), POINTS, "\"budget\":{\"offers\":4}", CONTACT, ON_LAPSING);
    List<Member> all = new ArrayList<>(List.of(siti));
    for (int i = 0; i < 4; i++) {
      all.add(siti.other());
    }
    all.forEach(this::lapses);
    OfferApi.answer(OfferApi.offer(siti.membership()), "seen");
    OfferApi.answer(OfferApi.offer(siti.membership()), "acceptance");
    OfferApi.answer(OfferApi.offer(all.get(1).membership()), "decline");
    others.said(all.get(2).customer(), "OBJECTED", clock.instant());

    results(proposition)
        .then()
        .statusCode(200)
        .body("offers.extended", equalTo(4))
        .body("offers.open", equalTo(1))
        .body("offers.seen", equalTo(1))
        .body("offers.accepted", equalTo(1))
        .body("offers.declined", equalTo(1))
        .body("offers.withdrawn", equalTo(1))
        .body("offers.expired", equalTo(0))
        .body("withheld.find { it.reason == 'BUDGET_EXHAUSTED' }.members", equalTo(1))
        .body("withheld.find { it.reason == 'NOT_IN_AUDIENCE' }.members", equalTo(0))
        .body("money.contacts", equalTo("0.20"))
        .body("money.benefits", equalTo("4.00"))
        .body("money.customerValue", equalTo("5.00"))
        .body("pilot", nullValue());
    clock.advance(Duration.ofDays(14));
    results(proposition).then().body("offers.open", equalTo(0)).body("offers.expired", equalTo(1));
    results(UuidV7.next()).then().statusCode(404);
    Api.as("agent")
        .get("/v1/loyalty/propositions/{id}/results", proposition)
        .then()
        .statusCode(403);
  }

  @Test
  void a_pilot_compares_with_the_control_group_what_was_bought_and_kept_in_the_window() {
    Member first = Member.of(others, "");
    UUID proposition =
        OfferApi.active(
            first.program(),
            POINTS,
            BUDGET,
            CONTACT,
            ON_LAPSING,
            "\"pilot\":{\"controlShare\":\"0.5\",\"windowDays\":7}");
    List<Member> offered = new ArrayList<>();
    List<Member> control = new ArrayList<>();
    Instant begin = clock.instant();
    while (offered.size() < 2 || control.size() < 2) {
      Member one = first.other();
      lapses(one);
      boolean got = !OfferApi.offers(one.membership()).jsonPath().getList("items").isEmpty();
      (got ? offered : control).add(one);
    }
    results(proposition)
        .then()
        .body("pilot.offered.members", equalTo(0))
        .body("pilot.offered.awaited", equalTo(offered.size()))
        .body("pilot.control.awaited", equalTo(control.size()));
    clock.advance(Duration.ofDays(1));
    Purchase kept = buys(offered.get(0), clock.instant(), 40);
    buys(offered.get(1), begin.minus(Duration.ofDays(1)), 900);
    Purchase back = buys(control.get(0), clock.instant(), 30);
    others.returned(control.get(0).customer(), new Back(back, 1, 10));
    Purchase gone = buys(control.get(1), clock.instant(), 20);
    others.returned(control.get(1).customer(), new Back(gone, 1, 20));
    await().untilAsserted(() -> assertThat(control.get(0).active()).isEqualTo(20));
    await().untilAsserted(() -> assertThat(control.get(1).active()).isZero());
    clock.advance(Duration.ofDays(7));
    buys(offered.get(1), clock.instant(), 70);

    assertThat(kept.total()).isEqualByComparingTo("40");
    results(proposition)
        .then()
        .body("pilot.windowDays", equalTo(7))
        .body("pilot.offered.members", equalTo(offered.size()))
        .body("pilot.offered.awaited", equalTo(0))
        .body("pilot.offered.buyers", equalTo(1))
        .body("pilot.offered.revenue", equalTo("40.00"))
        .body("pilot.control.buyers", equalTo(1))
        .body("pilot.control.revenue", equalTo("20.00"))
        .body("pilot.buyers.from", nullValue())
        .body("pilot.buyers.conclusion", equalTo("NONE"));
  }

  private Purchase buys(Member member, Instant when, int pounds) {
    Purchase bought = at(when, purchase(line("HOME", pounds, "1.00")));
    long before = member.active();
    others.recorded(member.customer(), bought);
    await().untilAsserted(() -> assertThat(member.active()).isEqualTo(before + pounds));
    return bought;
  }
}
