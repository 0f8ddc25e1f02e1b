package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/**
 * A partner's purchases become history, points and value; a complaint becomes points given back.
 */
class MainStoryIT {

  private static final Api MANAGER = Api.as("manager");

  @Test
  void a_purchase_becomes_history_points_and_value() {
    Siti siti = Siti.registers();
    Api partner = Api.partner(siti.partner());

    var recorded = partner.post("/v1/transactions", siti.buys("536365", 6, "2.55")).expect(201);
    partner.post("/v1/transactions", siti.buys("536365", 6, "2.55")).expect(200);
    assertThat(
            partner
                .post("/v1/transactions", siti.buys("536365", 7, "2.55"))
                .expect(409)
                .text("/type"))
        .isEqualTo("/problems/transaction-conflict");

    await().until(() -> siti.activePoints() == 15);
    JsonNode lots =
        MANAGER.get("/v1/loyalty/memberships/" + siti.membershipId() + "/lots").expect(200).json();
    assertThat(lots.at("/items/0/transactionId").asText())
        .isEqualTo(recorded.text("/transactionId"));
    await()
        .untilAsserted(
            () -> {
              var value =
                  MANAGER.get("/v1/analytics/customers/" + siti.customerId()).expect(200).json();
              assertThat(value.at("/rfm/frequency").asInt()).isEqualTo(1);
              assertThat(value.at("/rfm/asOf").asText()).isNotEmpty();
            });
  }

  @Test
  void one_call_shows_everything_about_her_and_how_fresh_it_is() {
    Siti siti = Siti.registers();
    Api partner = Api.partner(siti.partner());
    String position =
        partner
            .post("/v1/transactions", siti.buys("1", 6, "2.55"))
            .expect(201)
            .header("Langgan-Position");
    assertThat(position).startsWith("crm.profile/" + siti.customerId());

    var profile =
        MANAGER
            .with("Langgan-Position", position)
            .with("Prefer", "wait=10")
            .get("/v1/profiles/" + siti.customerId())
            .expect(200);

    assertThat(profile.number("/balance/items/0/active")).isEqualTo(15);
    assertThat(profile.text("/profile/name/full")).isEqualTo("Siti Rahma");
    assertThat(profile.json().at("/rfm/freshness/lagMillis").isNumber()).isTrue();
    assertThat(profile.json().at("/membership/freshness/asOf").asText()).isNotEmpty();
    var byPhone = MANAGER.get("/v1/profiles?phone=" + siti.phone().replace("+", "%2B")).expect(200);
    assertThat(byPhone.text("/items/0/customerId")).isEqualTo(siti.customerId());
  }

  @Test
  void partial_returns_end_where_a_full_return_ends() {
    Siti siti = Siti.registers();
    Api partner = Api.partner(siti.partner());
    partner.post("/v1/transactions", siti.buys("1", 6, "2.55")).expect(201);
    await().until(() -> siti.activePoints() == 15);

    partner.post("/v1/transactions", siti.returns("r1", "1", 1)).expect(201);
    partner.post("/v1/transactions", siti.returns("r2", "1", 2)).expect(201);
    await().until(() -> siti.activePoints() == 7);
    partner.post("/v1/transactions", siti.returns("r3", "1", 3)).expect(201);

    await().until(() -> siti.activePoints() == 0);
    partner.post("/v1/transactions", siti.returns("r4", "1", 1)).expect(422);
  }

  @Test
  void a_purchase_of_somebody_unknown_is_attributed_when_the_identifier_turns_up() {
    Siti siti = Siti.registers();
    String later = siti.number() + "-later";
    Api partner = Api.partner(siti.partner());
    String purchase = siti.buys("1", 6, "2.55").replace(siti.number(), later);
    partner.post("/v1/transactions", purchase).expect(201);

    String customerId =
        MANAGER
            .post(
                "/v1/customers",
                """
                {"kind":"PERSON","name":{"full":"Budi"},"contacts":[],
                 "identifiers":[{"source":"%s","value":"%s"}],
                 "source":{"form":"WEB","receivedAt":"2026-01-05T03:00:00Z"}}
                """
                    .formatted(siti.partner(), later))
            .expect(201)
            .text("/customerId");

    await()
        .untilAsserted(
            () -> {
              var timeline = MANAGER.get("/v1/profiles/" + customerId + "/timeline");
              assertThat(timeline.status()).isEqualTo(200);
              assertThat(timeline.json().at("/items")).isNotEmpty();
              assertThat(
                      MANAGER
                          .get("/v1/analytics/customers/" + customerId)
                          .expect(200)
                          .number("/rfm/frequency"))
                  .isEqualTo(1);
            });
  }

  @Test
  void points_are_redeemed_once_and_never_beyond_the_balance() {
    Siti siti = Siti.registers();
    Api partner = Api.partner(siti.partner());
    partner.post("/v1/transactions", siti.buys("1", 6, "2.55")).expect(201);
    await().until(() -> siti.activePoints() == 15);
    String redemptions = "/v1/loyalty/memberships/" + siti.membershipId() + "/redemptions";
    Api once = MANAGER.with("Idempotency-Key", "redeem-" + siti.membershipId());

    var first = once.post(redemptions, "{\"points\":10}").expect(201);
    var again = once.post(redemptions, "{\"points\":10}").expect(201);
    assertThat(again.response().body()).isEqualTo(first.response().body());
    assertThat(siti.activePoints()).isEqualTo(5);
    var refused =
        MANAGER
            .with("Idempotency-Key", "too-much-" + siti.membershipId())
            .post(redemptions, "{\"points\":6}")
            .expect(409);
    assertThat(refused.text("/type")).isEqualTo("/problems/insufficient-points");
    assertThat(siti.activePoints()).isEqualTo(5);
  }

  @Test
  void a_complaint_becomes_points_given_back() {
    Siti siti = Siti.registers();
    var opened =
        MANAGER
            .with("Idempotency-Key", "case-" + siti.customerId())
            .post(
                "/v1/cases",
                """
                {"kind":"COMPLAINT","customerId":"%s","channel":"PHONE","category":"DELIVERY",
                 "subject":"Broken on arrival","description":"One heart was broken."}
                """
                    .formatted(siti.customerId()))
            .expect(201);
    String caseUrl = "/v1/cases/" + opened.text("/caseId");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        MANAGER
                            .get("/v1/profiles/" + siti.customerId())
                            .expect(200)
                            .json()
                            .at("/openCases/items"))
                    .hasSize(1));

    MANAGER
        .with("Idempotency-Key", "resolution-" + siti.customerId())
        .post(
            caseUrl + "/resolution",
            "{\"summary\":\"Apologised\",\"compensation\":{\"points\":500}}")
        .expect(200);

    await().until(() -> siti.activePoints() == 500);
    await()
        .until(() -> MANAGER.get(caseUrl).expect(200).text("/compensation/state").equals("GIVEN"));
  }

  @Test
  void a_partner_sees_only_what_it_pushed() {
    Siti siti = Siti.registers();
    String id =
        Api.partner(siti.partner())
            .post("/v1/transactions", siti.buys("1", 1, "2.55"))
            .expect(201)
            .text("/transactionId");

    Api.partner(siti.partner()).get("/v1/transactions/" + id).expect(200);
    Api.partner("someone-else").get("/v1/transactions/" + id).expect(404);
  }
}
