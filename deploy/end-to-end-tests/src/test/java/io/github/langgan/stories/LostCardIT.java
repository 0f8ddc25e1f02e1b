package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A member loses her card, not her points, and gets it again under the same number. */
class LostCardIT {

  private static final Api AGENT = Api.as("agent");

  @Test
  void a_lost_card_is_blocked_and_replaced_for_half_its_price_and_her_points_are_safe() {
    Siti siti = Siti.registers();
    var issued =
        keyed(AGENT)
            .post(
                "/v1/loyalty/memberships/" + siti.membershipId() + "/cards",
                "{\"rangeId\":\"%s\"}".formatted(plastic(siti.programId())))
            .expect(201);
    String card = "/v1/loyalty/cards/" + issued.text("/cardId");
    Siti withCard = siti.with(issued.text("/number"));
    keyed(AGENT).post(card + "/activation", "").expect(200);
    Api partner = Api.partner(siti.partner());
    partner.post("/v1/transactions", withCard.buysWithCard("1", 6, "2.55")).expect(201);
    await().until(() -> siti.activePoints() == 15);

    Api herself = Api.as("customer", Map.of("customer_id", siti.customerId()));
    keyed(herself).post(card + "/block", "{\"reason\":\"LOST\"}").expect(200);

    var found = AGENT.get("/v1/loyalty/cards?number=" + withCard.cardNumber()).expect(200);
    assertThat(found.text("/items/0/state")).isEqualTo("BLOCKED");
    assertThat(found.text("/items/0/membershipId")).isEqualTo(siti.membershipId());
    assertThat(redeems(withCard).expect(409).text("/type")).isEqualTo("/problems/card-not-active");
    partner.post("/v1/transactions", withCard.buysWithCard("2", 2, "2.55")).expect(201);
    await().until(() -> siti.activePoints() == 20);

    var quote = AGENT.get(card + "/replacement").expect(200);
    assertThat(quote.text("/fee/amount")).isEqualTo("5.00");
    var replaced = keyed(AGENT).post(card + "/replacement", "").expect(200);
    assertThat(replaced.text("/fee/amount")).isEqualTo("5.00");
    assertThat(replaced.text("/card/number")).isEqualTo(withCard.cardNumber());
    assertThat(replaced.number("/card/issue")).isEqualTo(2);
    redeems(withCard).expect(409);
    keyed(AGENT).post(card + "/activation", "").expect(200);
    assertThat(redeems(withCard).expect(201).number("/balance/active")).isEqualTo(10);

    await()
        .untilAsserted(
            () ->
                assertThat(told(siti))
                    .containsExactly(
                        "card.issued",
                        "card.activated",
                        "card.blocked",
                        "card.replaced",
                        "card.activated"));
    assertThat(Topic.read("crm.loyalty"))
        .filteredOn(event -> event.key().equals(siti.customerId()))
        .filteredOn(event -> event.type().startsWith("card."))
        .noneMatch(event -> event.data().contains(withCard.cardNumber()))
        .filteredOn(event -> event.type().equals("card.replaced"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(Json.read(event.data()).at("/fee/amount").asText()).isEqualTo("5.00"));
  }

  private static Api.Reply redeems(Siti siti) {
    return keyed(AGENT)
        .post(
            "/v1/loyalty/memberships/" + siti.membershipId() + "/redemptions",
            "{\"points\":10,\"card\":\"%s\"}".formatted(siti.cardNumber()));
  }

  /** What her timeline says of her cards, the earliest first. */
  private static List<String> told(Siti siti) {
    JsonNode items =
        AGENT
            .get("/v1/profiles/" + siti.customerId() + "/timeline?kind=CARD")
            .expect(200)
            .json()
            .at("/items");
    return items.findValuesAsText("type").reversed();
  }

  /** Cards at ten pounds. */
  private static String plastic(String program) {
    return keyed(Api.as("manager"))
        .post(
            "/v1/loyalty/programs/" + program + "/card-ranges",
            """
            {"name":"Plastic","prefix":"%d","kind":"PHYSICAL",
             "price":{"amount":"10.00","currency":"GBP"},"validMonths":36}
            """
                .formatted(ThreadLocalRandom.current().nextInt(10_000_000, 60_000_000)))
        .expect(201)
        .text("/rangeId");
  }

  private static Api keyed(Api caller) {
    return caller.with("Idempotency-Key", UUID.randomUUID().toString());
  }
}
