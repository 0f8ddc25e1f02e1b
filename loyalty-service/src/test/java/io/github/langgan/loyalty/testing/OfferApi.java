package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls about propositions and offers, in the words of the tests. */
public final class OfferApi {

  public static final String POINTS =
      """
      "benefit":{"kind":"POINTS","points":500},"economics":{"acceptanceRate":"0.2",\
      "marginPerAcceptance":"30.00","benefitCost":"4.00","contactCost":"0.05"}""";

  public static final String BUDGET = "\"budget\":{\"offers\":1000}";
  public static final String CONTACT =
      """
      "contact":{"purpose":"NEWSLETTER","channel":"EMAIL","needsConsent":false,"most":100,"days":1}""";

  public static final String ON_LAPSING =
      "\"triggers\":[{\"on\":\"LIFECYCLE_CHANGED\",\"stage\":\"LAPSING\"}]";

  private OfferApi() {}

  /**
   * @param members of the JSON beyond the names, the customer's value and the times
   */
  public static Response create(UUID program, String... members) {
    return Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .body(
            """
            {"programId":"%s","name":"Back","texts":[{"language":"en","title":"We miss you",\
            "body":"Come back"}],"customerValue":"5.00",%s,\
            "offerValidDays":14,%s}"""
                .formatted(program, until(members), others(members)))
        .post("/v1/loyalty/propositions");
  }

  private static String until(String... members) {
    return Stream.of(members)
        .filter(one -> one.startsWith("\"validUntil\""))
        .findFirst()
        .orElse("\"validUntil\":\"2100-01-01T00:00:00Z\"");
  }

  private static String others(String... members) {
    return Stream.of(members)
        .filter(one -> !one.startsWith("\"validUntil\""))
        .collect(Collectors.joining(","));
  }

  public static UUID active(UUID program, String... members) {
    UUID id =
        create(program, members)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("propositionId");
    act(id, "activation").then().statusCode(200);
    return id;
  }

  /** Activate, pause or end it, by the last word of the path. */
  public static Response act(UUID proposition, String what) {
    return Api.as("marketer").post("/v1/loyalty/propositions/{id}/" + what, proposition);
  }

  public static Response read(UUID proposition) {
    return Api.as("marketer").get("/v1/loyalty/propositions/{id}", proposition);
  }

  /** Answers the operation's path. */
  public static String run(UUID proposition) {
    return Api.as("marketer")
        .header("Idempotency-Key", UuidV7.next().toString())
        .post("/v1/loyalty/propositions/{id}/runs", proposition)
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  public static Response offers(UUID membership) {
    return Api.as("agent").get("/v1/loyalty/memberships/{id}/offers", membership);
  }

  /** The only one. */
  public static UUID offer(UUID membership) {
    return offers(membership)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getUUID("items[0].offerId");
  }

  public static Response offerRead(UUID offer) {
    return Api.as("agent").get("/v1/loyalty/offers/{id}", offer);
  }

  /** See, accept or decline it, by the last word of the path. */
  public static Response answer(UUID offer, String how) {
    return Api.as("agent").post("/v1/loyalty/offers/{id}/" + how, offer);
  }
}
