package io.github.langgan.loyalty.proposition;

import static io.github.langgan.loyalty.testing.OfferApi.BUDGET;
import static io.github.langgan.loyalty.testing.OfferApi.CONTACT;
import static io.github.langgan.loyalty.testing.OfferApi.ON_LAPSING;
import static io.github.langgan.loyalty.testing.OfferApi.POINTS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OfferApi;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PropositionTest extends LoyaltyTest {

  private static String economics(String rate, String margin, String benefit, String contact) {
    return """
        "benefit":{"kind":"GIFT"},"economics":{"acceptanceRate":"%s","marginPerAcceptance":"%s",\
        "benefitCost":"%s","contactCost":"%s"}"""
        .formatted(rate, margin, benefit, contact);
  }

  @Test
  void it_says_what_it_is_expected_to_bring() {
    UUID program = Api.program();
    UUID id =
        OfferApi.create(program, POINTS, BUDGET, CONTACT, ON_LAPSING)
            .then()
            .statusCode(201)
            .body("state", equalTo("DRAFT"))
            .body("economics.expectedMargin", equalTo("5.15"))
            .body("economics.pays", equalTo(true))
            .body("budget.extended", equalTo(0))
            .body("triggers.stage", contains("LAPSING"))
            .extract()
            .jsonPath()
            .getUUID("propositionId");

    OfferApi.read(id).then().statusCode(200).body("texts[0].title", equalTo("We miss you"));
    Api.as("marketer")
        .get("/v1/loyalty/propositions?programId=" + program)
        .then()
        .body("items.propositionId", contains(id.toString()));
    Api.as("marketer")
        .get("/v1/loyalty/propositions?programId=" + Api.program())
        .then()
        .body("items", empty());
  }

  @ParameterizedTest
  @CsvSource({"0.2,30.00,4.00,5.20,0.00", "0.2,30.00,34.00,0.05,-0.85", "0,30.00,4.00,0,0.00"})
  void one_that_does_not_pay_is_refused_unless_somebody_says_why(
      String rate, String margin, String benefit, String contact, String expected) {
    UUID program = Api.program();
    String economics = economics(rate, margin, benefit, contact);

    OfferApi.create(program, economics, BUDGET, CONTACT)
        .then()
        .statusCode(409)
        .body("type", endsWith("proposition-does-not-pay"))
        .body("expectedMargin", equalTo(expected));
    OfferApi.create(
            program,
            economics,
            BUDGET,
            CONTACT,
            "\"evenIfUnprofitable\":\"A thank-you to who complained\"")
        .then()
        .statusCode(201)
        .body("economics.pays", equalTo(false))
        .body("evenIfUnprofitable", equalTo("A thank-you to who complained"));
  }

  @Test
  void what_points_cost_comes_from_the_terms() {
    String benefit =
        """
        "benefit":{"kind":"POINTS","points":500},"economics":{"acceptanceRate":"0.2",\
        "marginPerAcceptance":"30.00","contactCost":"0.05"}""";
    UUID dear =
        Api.program(
            "\"pointCost\":\"0.01\",\"earningRule\":{\"expression\":\"transaction.total\"}");

    OfferApi.create(dear, benefit, BUDGET, CONTACT)
        .then()
        .statusCode(201)
        .body("economics.benefitCost", equalTo("5.00"));
    invalid(OfferApi.create(Api.program(), benefit, BUDGET, CONTACT), "/economics/benefitCost");
  }

  @Test
  void bad_input_gets_a_pointer() {
    UUID program = Api.program();
    String other = "\"benefit\":{\"kind\":\"VOUCHER\",\"campaignId\":\"%s\"},";
    String economics =
        economics("0.2", "30", "4", "0").replace("\"benefit\":{\"kind\":\"GIFT\"},", "");
    UUID closed = VoucherApi.campaign(VoucherApi.TEN_POUNDS);
    VoucherApi.close(closed).then().statusCode(200);

    invalid(
        OfferApi.create(program, "\"benefit\":{\"kind\":\"POINTS\"}," + economics, BUDGET, CONTACT),
        "/benefit/points");
    invalid(
        OfferApi.create(
            program, "\"benefit\":{\"kind\":\"GIFT\",\"points\":3}," + economics, BUDGET, CONTACT),
        "/benefit/points");
    for (UUID campaign : List.of(UuidV7.next(), closed)) {
      invalid(
          OfferApi.create(program, other.formatted(campaign) + economics, BUDGET, CONTACT),
          "/benefit/campaignId");
    }
    invalid(
        OfferApi.create(program, POINTS, BUDGET, CONTACT, "\"triggers\":[{\"on\":\"RUN\"}]"),
        "/triggers/0/on");
    invalid(
        OfferApi.create(
            program, POINTS, BUDGET, CONTACT, "\"triggers\":[{\"on\":\"SATISFACTION_RATED\"}]"),
        "/triggers/0/atLeast");
    invalid(
        OfferApi.create(
            program,
            POINTS,
            BUDGET,
            CONTACT,
            "\"pilot\":{\"controlShare\":\"1\",\"windowDays\":7}"),
        "/pilot/controlShare");
    invalid(
        OfferApi.create(program, POINTS, "\"budget\":{\"offers\":1,\"cost\":\"0\"}", CONTACT),
        "/budget/cost");
    invalid(
        OfferApi.create(program, POINTS, BUDGET, CONTACT, "\"validFrom\":\"2100-01-01T00:00:00Z\""),
        "/validUntil");
    OfferApi.create(UuidV7.next(), POINTS, BUDGET, CONTACT)
        .then()
        .statusCode(422)
        .body("type", endsWith("unknown-program"));
  }

  private static void invalid(Response response, String pointer) {
    response.then().statusCode(422).body("errors.pointer", contains(pointer));
  }

  @Test
  void it_is_begun_paused_and_ended_for_good() {
    UUID id =
        OfferApi.create(Api.program(), POINTS, BUDGET, CONTACT).jsonPath().getUUID("propositionId");

    OfferApi.act(id, "pause").then().statusCode(409).body("state", equalTo("DRAFT"));
    OfferApi.act(id, "activation").then().statusCode(200).body("state", equalTo("ACTIVE"));
    OfferApi.act(id, "activation").then().statusCode(200).body("state", equalTo("ACTIVE"));
    OfferApi.act(id, "pause").then().statusCode(200).body("state", equalTo("PAUSED"));
    OfferApi.act(id, "activation").then().statusCode(200);
    OfferApi.act(id, "end").then().statusCode(200).body("state", equalTo("ENDED"));
    OfferApi.act(id, "activation")
        .then()
        .statusCode(409)
        .body("type", endsWith("proposition-state"))
        .body("state", equalTo("ENDED"));
    raise(id, "{\"offers\":1}").then().statusCode(409);
    OfferApi.act(UuidV7.next(), "end").then().statusCode(404);
  }

  @Test
  void its_budget_is_raised() {
    UUID id =
        OfferApi.active(
            Api.program(), POINTS, "\"budget\":{\"offers\":10,\"cost\":\"40\"}", CONTACT);

    raise(id, "{\"offers\":5,\"cost\":\"10.50\"}")
        .then()
        .statusCode(200)
        .body("budget.offers", equalTo(15))
        .body("budget.cost", equalTo("50.50"));
    UUID unlimited = OfferApi.active(Api.program(), POINTS, BUDGET, CONTACT);
    invalid(raise(unlimited, "{\"offers\":5,\"cost\":\"10.50\"}"), "/cost");
    raise(unlimited, "{\"offers\":5}").then().statusCode(200).body("budget.cost", nullValue());
  }

  private static Response raise(UUID id, String body) {
    return Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(body)
        .post("/v1/loyalty/propositions/{id}/budget", id);
  }

  @Test
  void members_and_agents_do_not_see_what_it_brings() {
    UUID id = OfferApi.active(Api.program(), POINTS, BUDGET, CONTACT);
    for (String token : List.of(Tokens.of("agent"), Tokens.customer(UuidV7.next()))) {
      Api.with(token).get("/v1/loyalty/propositions/{id}", id).then().statusCode(403);
      Api.with(token).post("/v1/loyalty/propositions/{id}/end", id).then().statusCode(403);
    }
  }
}
