package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A member who lapsed is offered points to come back, where she consented to that; and comes. */
class WinBackIT {

  private static final Api MANAGER = Api.as("manager");
  private static final Api MARKETER = Api.as("marketer");

  @Test
  void who_lapsed_and_consented_is_won_back_and_who_did_not_is_left_alone() {
    Siti siti = Siti.registers();
    Siti budi = siti.registersAgain();
    String purpose = purpose();
    consents(siti, purpose, "GRANTED");
    String proposition = winBack(siti.programId(), purpose);

    Api partner = Api.partner(siti.partner());
    partner.post("/v1/transactions", bought(siti, "long-ago-siti", 400)).expect(201);
    partner.post("/v1/transactions", bought(budi, "long-ago-budi", 400)).expect(201);
    await()
        .untilAsserted(
            () -> {
              assertThat(stage(siti)).isEqualTo("LAPSED");
              assertThat(stage(budi)).isEqualTo("LAPSED");
              assertThat(withheld(proposition, "NOT_CONTACTABLE")).isEqualTo(1);
              assertThat(results(proposition).number("/offers/extended")).isEqualTo(1);
            });
    assertThat(offers(budi).json().at("/items")).isEmpty();
    var offered = offers(siti);
    assertThat(offered.text("/items/0/state")).isEqualTo("EXTENDED");
    assertThat(offered.text("/items/0/texts/0/title")).isEqualTo("We miss you");

    Api herself = Api.as("customer", Map.of("customer_id", siti.customerId()));
    String offer = "/v1/loyalty/offers/" + offered.text("/items/0/offerId");
    herself.post(offer + "/seen", "").expect(200);
    Api.as("customer", Map.of("customer_id", budi.customerId()))
        .post(offer + "/acceptance", "")
        .expect(404);
    long before = siti.activePoints();
    var accepted = herself.post(offer + "/acceptance", "").expect(200);
    assertThat(accepted.text("/state")).isEqualTo("ACCEPTED");
    herself.post(offer + "/acceptance", "").expect(200);
    assertThat(siti.activePoints()).isEqualTo(before + 500);

    partner.post("/v1/transactions", bought(siti, "back-again", 0)).expect(201);
    await().untilAsserted(() -> assertThat(siti.activePoints()).isEqualTo(before + 500 + 15));
    var results = results(proposition);
    assertThat(results.number("/offers/seen")).isEqualTo(1);
    assertThat(results.number("/offers/accepted")).isEqualTo(1);
    assertThat(results.text("/money/benefits")).isEqualTo("4.00");
    assertThat(
            MANAGER
                .get("/v1/loyalty/memberships/" + siti.membershipId() + "/verification")
                .expect(200)
                .json()
                .toString())
        .doesNotContain("\"fault\"");
    assertThat(
            MANAGER
                .get("/v1/loyalty/programs/" + siti.programId() + "/liability")
                .expect(200)
                .json()
                .at("/reconciliation/agrees")
                .asBoolean())
        .isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(Topic.read("crm.loyalty"))
                    .filteredOn(event -> event.key().equals(siti.customerId()))
                    .extracting(event -> event.type())
                    .containsSubsequence(
                        "offer.extended", "offer.seen", "points.granted", "offer.accepted"));
  }

  @Test
  void who_takes_her_consent_back_has_the_offer_no_more() {
    Siti siti = Siti.registers();
    String purpose = purpose();
    consents(siti, purpose, "GRANTED");
    winBack(siti.programId(), purpose);
    Api.partner(siti.partner()).post("/v1/transactions", bought(siti, "long-ago", 400)).expect(201);
    await().untilAsserted(() -> assertThat(offers(siti).json().at("/items")).hasSize(1));

    consents(siti, purpose, "WITHDRAWN");

    await()
        .untilAsserted(
            () -> assertThat(offers(siti).text("/items/0/state")).isEqualTo("WITHDRAWN"));
    MANAGER
        .post("/v1/loyalty/offers/" + offers(siti).text("/items/0/offerId") + "/acceptance", "")
        .expect(409);
  }

  private static String bought(Siti siti, String externalId, int daysAgo) {
    return siti.buys(externalId + "-" + siti.number(), 6, "2.55")
        .replace(
            "2010-12-01T08:26:00Z",
            Instant.now()
                .minus(daysAgo, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString());
  }

  private static String stage(Siti siti) {
    return Api.as("analyst")
        .get("/v1/analytics/customers/" + siti.customerId())
        .expect(200)
        .text("/stage/stage");
  }

  private static Api.Reply offers(Siti siti) {
    return MANAGER.get("/v1/loyalty/memberships/" + siti.membershipId() + "/offers").expect(200);
  }

  private static Api.Reply results(String proposition) {
    return MARKETER.get("/v1/loyalty/propositions/" + proposition + "/results").expect(200);
  }

  private static long withheld(String proposition, String reason) {
    for (var one : results(proposition).json().at("/withheld")) {
      if (one.get("reason").asText().equals(reason)) {
        return one.get("members").asLong();
      }
    }
    return 0;
  }

  /** Five hundred points for who lapsed, over e-mail. */
  private static String winBack(String program, String purpose) {
    String id =
        keyed(MARKETER)
            .post(
                "/v1/loyalty/propositions",
                """
                {"programId":"%s","name":"Win back",
                 "texts":[{"language":"en","title":"We miss you","body":"500 points are waiting."}],
                 "audience":{"stages":["LAPSED"]},
                 "triggers":[{"on":"LIFECYCLE_CHANGED","stage":"LAPSED"}],
                 "benefit":{"kind":"POINTS","points":500},"customerValue":"5.00",
                 "economics":{"acceptanceRate":"0.2","marginPerAcceptance":"30.00",
                   "benefitCost":"4.00","contactCost":"0.05"},
                 "budget":{"offers":1000,"cost":"4050.00"},
                 "contact":{"purpose":"%s","channel":"EMAIL","needsConsent":true,"most":2,"days":30},
                 "validUntil":"2100-01-01T00:00:00Z","offerValidDays":14}
                """
                    .formatted(program, purpose))
            .expect(201)
            .text("/propositionId");
    MARKETER.post("/v1/loyalty/propositions/" + id + "/activation", "").expect(200);
    return id;
  }

  private static String purpose() {
    String code =
        "WIN_BACK_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    MANAGER
        .post(
            "/v1/consent-purposes",
            "{\"code\":\"%s\",\"title\":\"Offers\",\"lawfulBasis\":\"CONSENT\",\"validMonths\":24}"
                .formatted(code))
        .expect(201);
    MANAGER
        .post(
            "/v1/consent-purposes/" + code + "/texts",
            "{\"texts\":[{\"language\":\"en\",\"body\":\"I agree to receive offers.\"}]}")
        .expect(201);
    return code;
  }

  /** Returns when loyalty has heard of it. */
  private static void consents(Siti siti, String purpose, String kind) {
    String text = kind.equals("GRANTED") ? "\"text\":{\"version\":1,\"language\":\"en\"}," : "";
    String position =
        keyed(MANAGER)
            .post(
                "/v1/customers/" + siti.customerId() + "/consent-acts",
                """
            {"kind":"%s","purpose":"%s","channels":["EMAIL"],%s
             "proof":{"method":"PAPER_FORM","reference":"form 7781"}}
            """
                    .formatted(kind, purpose, text))
            .expect(201)
            .header("Langgan-Position");
    MANAGER
        .with("Langgan-Position", position)
        .with("Prefer", "wait=10")
        .get("/v1/loyalty/memberships/" + siti.membershipId() + "/offers")
        .expect(200);
  }

  private static Api keyed(Api caller) {
    return caller.with("Idempotency-Key", UUID.randomUUID().toString());
  }
}
