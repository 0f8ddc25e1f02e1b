package io.github.langgan.profile.timeline;

import static io.github.langgan.profile.testing.Report.purchase;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class TimelineTest {

  private final Partner partner = new Partner();

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;

  @Test
  void it_tells_the_newest_first_whoever_told_it() {
    UUID siti = aKnownCustomer();
    elsewhere.openCase(siti);
    partner.pushed(purchase("A1").of(2, "CUP", "10.00").by(siti));
    note(siti, "2026-01-05T12:00:00Z").statusCode(201);
    await().untilAsserted(() -> timeline(siti, "").body("items", hasSize(3)));

    timeline(siti, "")
        .body("items.type", contains("case.opened", "interaction.recorded", "transaction.purchase"))
        .body("items[0].details.subject", equalTo("Came late"))
        .body("items[1].details.summary", equalTo("Asked when the shop opens"))
        .body("items[2].details.total", equalTo(Map.of("amount", "20.00", "currency", "GBP")));
    timeline(siti, "?kind=CASE&kind=INTERACTION").body("items", hasSize(2));
  }

  @Test
  void it_tells_of_the_forms_that_the_customer_filled_in() {
    UUID siti = aKnownCustomer();
    UUID card = elsewhere.takeInWarrantyCard(siti);

    await().untilAsserted(() -> timeline(siti, "?kind=INTAKE").body("items", hasSize(1)));
    timeline(siti, "")
        .body("items[0].type", equalTo("intake.received"))
        .body("items[0].subjectId", equalTo(card.toString()))
        .body("items[0].at", equalTo("2026-01-05T00:00:00Z"))
        .body("items[0].details.form", equalTo("WARRANTY_CARD"))
        .body("items[0].details.product.code", equalTo("TV-55"));
  }

  @Test
  void it_tells_what_became_of_the_customers_cards() {
    UUID siti = aKnownCustomer();
    UUID membership = elsewhere.openMembership(siti, "6282000000000001");
    UUID card = elsewhere.issueCard(membership, siti, "6282000000000019");
    elsewhere.issueCard(membership, siti, null);
    elsewhere.blockCard(card, membership, siti);
    elsewhere.replaceCard(card, membership, siti);

    await().untilAsserted(() -> timeline(siti, "?kind=CARD").body("items", hasSize(4)));
    timeline(siti, "?kind=CARD")
        .body("items[0].type", equalTo("card.replaced"))
        .body("items[0].subjectId", equalTo(card.toString()))
        .body("items[0].details.fee.amount", equalTo("5.00"))
        .body("items[0].details.issue", equalTo(2))
        .body("items[1].details.reason", equalTo("LOST"))
        .body("items.details.cardNumber", hasItem("6282000000000019"));
    timeline(siti, "?kind=POINTS").body("items", hasSize(0));
  }

  @Test
  void it_tells_what_the_customer_was_offered() {
    UUID siti = aKnownCustomer();
    UUID membership = elsewhere.openMembership(siti, "6282000000000043");
    UUID offer = elsewhere.offer(membership, siti);

    await().untilAsserted(() -> timeline(siti, "?kind=OFFER").body("items", hasSize(2)));
    timeline(siti, "?kind=OFFER")
        .body("items[0].type", equalTo("offer.declined"))
        .body("items[0].subjectId", equalTo(offer.toString()))
        .body("items[1].type", equalTo("offer.extended"))
        .body("items[1].details.expiresAt", equalTo("2026-01-19T00:00:00Z"));
    timeline(siti, "?kind=POINTS").body("items", hasSize(0));
  }

  @Test
  void it_tells_what_the_customer_got_from_another_member() {
    UUID siti = aKnownCustomer();
    UUID membership = elsewhere.openMembership(siti, "6282000000000050");
    elsewhere.receivePoints(membership, siti, 30);

    await().untilAsserted(() -> timeline(siti, "?kind=POINTS").body("items", hasSize(1)));
    timeline(siti, "?kind=POINTS")
        .body("items[0].type", equalTo("points.transferred"))
        .body("items[0].details.direction", equalTo("RECEIVED"))
        .body("items[0].details.points", equalTo(30));
  }

  @Test
  void it_tells_with_whom_the_customer_pools_its_points() {
    UUID siti = aKnownCustomer();
    UUID membership = elsewhere.openMembership(siti, "6282000000000060");
    UUID pool = elsewhere.joinPool(membership, siti);

    await().untilAsserted(() -> timeline(siti, "?kind=MEMBERSHIP").body("items", hasSize(2)));
    timeline(siti, "?kind=MEMBERSHIP")
        .body("items[0].type", equalTo("pool.joined"))
        .body("items[0].subjectId", equalTo(membership.toString()))
        .body("items[0].details.poolId", equalTo(pool.toString()));
  }

  @Test
  void paging_neither_skips_nor_repeats_while_more_comes_in() {
    UUID siti = aKnownCustomer();
    for (int i = 0; i < 10; i++) {
      partner.pushed(
          purchase("A" + i)
              .of(1, "CUP", "1.00")
              .by(siti)
              .at("2026-01-0" + (1 + i / 4) + "T00:00:00Z"));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      var page = timeline(siti, "?limit=3" + cursor).statusCode(200).extract();
      seen.addAll(page.path("items.details.externalId"));
      partner.pushed(purchase("NEW" + seen.size()).of(1, "CUP", "1.00").by(siti));
      String next = page.path("nextCursor");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());

    assertThat(seen)
        .containsExactlyInAnyOrder("A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9");
  }

  @Test
  void an_unknown_customers_is_not_found() {
    timeline(UUID.randomUUID(), "").statusCode(404);
  }

  @Test
  void a_contact_with_nobody_we_know_is_refused() {
    note(UUID.randomUUID(), "2026-01-05T12:00:00Z").statusCode(422);
  }

  @Test
  void a_contact_with_somebody_who_was_registered_a_moment_ago_is_noted() {
    note(elsewhere.aCustomer().register(), "2026-01-05T12:00:00Z").statusCode(201);
  }

  private static ValidatableResponse note(UUID customerId, String at) {
    return given()
        .auth()
        .oauth2(Tokens.of("agent"))
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(
            """
            {"customerId":"%s","channel":"PHONE","direction":"IN","occurredAt":"%s",
             "summary":"Asked when the shop opens"}"""
                .formatted(customerId, at))
        .post("/v1/interactions")
        .then();
  }

  private static ValidatableResponse timeline(UUID customerId, String query) {
    return given()
        .auth()
        .oauth2(Tokens.of("agent"))
        .get("/v1/profiles/" + customerId + "/timeline" + query)
        .then();
  }

  private UUID aKnownCustomer() {
    UUID id = elsewhere.aCustomer().register();
    await().until(() -> customers.knows(id));
    return id;
  }
}
