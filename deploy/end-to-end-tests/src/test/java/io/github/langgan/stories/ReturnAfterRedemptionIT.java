package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A member buys with a voucher, spends most of the points that she earned, and brings everything
 * back: whoever asks is told what came back and what could not.
 */
class ReturnAfterRedemptionIT {

  private static final Api AGENT = Api.as("agent");
  private static final Api MANAGER = Api.as("manager");

  @Test
  void all_is_undone_that_can_be_and_the_rest_is_told() {
    Siti siti = Siti.registers();
    Api partner = Api.partner(siti.partner());
    String code = publicCode();
    String reservation = uses(partner, siti, code);
    partner.post("/v1/transactions", siti.buys("order-1", 6, "2.55")).expect(201);
    await().until(() -> siti.activePoints() == 15);
    String teaPot = teaPot(siti.programId());
    String redemption =
        keyed(AGENT)
            .post(
                "/v1/loyalty/memberships/" + siti.membershipId() + "/redemptions",
                "{\"rewardId\":\"%s\",\"holdForSeconds\":600}".formatted(teaPot))
            .expect(201)
            .text("/redemptionId");
    assertThat(balance(siti, "reserved")).isEqualTo(10);
    AGENT.post("/v1/loyalty/redemptions/" + redemption + "/confirmation", "").expect(200);

    String back =
        partner
            .post("/v1/transactions", siti.returns("order-1-back", "order-1", 6))
            .expect(201)
            .text("/transactionId");

    await().until(() -> siti.activePoints() == 0);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        AGENT.get("/v1/loyalty/returns/" + back).expect(200).json().at("/effects"))
                    .extracting(ReturnAfterRedemptionIT::said)
                    .containsExactly(
                        "POINTS_TAKEN_BACK 5 true",
                        "POINTS_GONE 10 false",
                        "VOUCHER_RESTORED 1.53 true"));
    assertThat(balance(siti, "spent")).isEqualTo(10);
    assertThat(
            partner
                .get("/v1/loyalty/voucher-reservations/" + reservation)
                .expect(200)
                .text("/state"))
        .isEqualTo("RESTORED");
    assertThat(AGENT.get("/v1/loyalty/rewards/" + teaPot).expect(200).number("/left")).isZero();

    uses(partner, siti, code, "order-2");
    var liability =
        MANAGER.get("/v1/loyalty/programs/" + siti.programId() + "/liability").expect(200);
    assertThat(liability.json().at("/reconciliation/agrees").asBoolean()).isTrue();
    assertThat(liability.number("/owed/points")).isZero();
    assertThat(
            AGENT
                .get("/v1/loyalty/memberships/" + siti.membershipId() + "/verification")
                .expect(200)
                .json()
                .toString())
        .doesNotContain("\"fault\"");
    assertThat(Topic.read("crm.loyalty"))
        .filteredOn(event -> event.key().equals(siti.customerId()))
        .extracting(event -> event.type())
        .filteredOn(type -> type.startsWith("points."))
        .containsExactly("points.earned", "points.reserved", "points.redeemed", "points.reversed");
  }

  private static String said(JsonNode effect) {
    JsonNode amount = effect.has("points") ? effect.get("points") : effect.at("/discount/amount");
    return effect.get("effect").asText() + " " + amount.asText() + " " + effect.get("undone");
  }

  private static long balance(Siti siti, String part) {
    return AGENT
        .get("/v1/loyalty/memberships/" + siti.membershipId())
        .expect(200)
        .number("/balance/" + part);
  }

  /** A tenth off, once for each customer. */
  private static String publicCode() {
    String code = "TENTH" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    keyed(MANAGER)
        .post(
            "/v1/loyalty/voucher-campaigns",
            """
            {"name":"A tenth off","currency":"GBP","discount":{"kind":"PERCENT","percent":"10"},
             "publicCode":"%s","usesPerCustomer":1}
            """
                .formatted(code))
        .expect(201);
    return code;
  }

  private static String uses(Api partner, Siti siti, String code) {
    return uses(partner, siti, code, "order-1");
  }

  /** For six white hanging hearts; answers the reservation. */
  private static String uses(Api partner, Siti siti, String code, String order) {
    String reservation =
        partner
            .post(
                "/v1/loyalty/voucher-reservations",
                """
                {"codes":["%s"],"customerId":"%s","order":{"externalId":"%s","currency":"GBP",
                 "lines":[{"product":"85123A","category":"HOME","quantity":6,"unitPrice":"2.55"}]}}
                """
                    .formatted(code, siti.customerId(), order))
            .expect(201)
            .text("/reservationId");
    partner
        .post("/v1/loyalty/voucher-reservations/" + reservation + "/confirmation", "")
        .expect(200);
    return reservation;
  }

  /** The last one. */
  private static String teaPot(String program) {
    return keyed(MANAGER)
        .post(
            "/v1/loyalty/rewards",
            "{\"programId\":\"%s\",\"name\":\"Tea pot\",\"points\":10,\"stock\":1}"
                .formatted(program))
        .expect(201)
        .text("/rewardId");
  }

  private static Api keyed(Api caller) {
    return caller.with("Idempotency-Key", UUID.randomUUID().toString());
  }
}
