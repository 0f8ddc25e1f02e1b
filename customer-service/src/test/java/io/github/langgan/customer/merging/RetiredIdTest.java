package io.github.langgan.customer.merging;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiDocument;
import io.github.langgan.chassis.testing.http.ApiOperation;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RetiredIdTest {

  private static final String OF_ONE = "/v1/customers/{id}";

  /** Its versions are those of the record itself, merged or not. */
  private static final String HISTORY = OF_ONE + "/history";

  private static final CustomerApi MANAGER = new CustomerApi(Tokens.of("manager"));
  private static final CustomerApi OFFICER = new CustomerApi(Tokens.of("privacy-officer"));

  private String survivor = "";
  private String retired = "";

  @BeforeEach
  void two_records() {
    survivor = BETA.registered(person("Siti Rahma").identifier("beta", unique()));
    retired = ACME.registered(known("Siti R."));
  }

  @Test
  void whatever_is_read_of_a_customer_says_that_it_is_the_survivors() {
    String purpose = "P" + UUID.randomUUID().toString().substring(24).toUpperCase(Locale.ROOT);
    post(
        OFFICER,
        "/v1/consent-purposes",
        "{\"code\":\"%s\",\"title\":\"News\",\"lawfulBasis\":\"CONSENT\"}".formatted(purpose));
    String question =
        post(AGENT, "/v1/customers/" + retired + "/update-requests", "{}").path("updateRequestId");
    AGENT
        .call()
        .contentType(ContentType.JSON)
        .body("{\"diedOn\":\"2026-01-05\"}")
        .put("/v1/customers/{id}/death", retired)
        .then()
        .statusCode(200);
    AGENT.merged(survivor, retired);

    List<String> paths = readsOfOne();
    assertThat(paths).hasSizeGreaterThan(12);
    for (String path : paths) {
      String asked =
          path.replace("{requestId}", question)
              + (path.endsWith("/contact-permission")
                  ? "?purpose=" + purpose + "&channel=EMAIL"
                  : "");
      assertThat(contentLocation(AGENT, asked.replace("{id}", retired)))
          .isEqualTo(path.equals(HISTORY) ? null : asked.replace("{id}", survivor));
      assertThat(contentLocation(AGENT, asked.replace("{id}", survivor))).as(path).isNull();
    }
  }

  /** Also those that somebody adds. */
  private static List<String> readsOfOne() {
    return ApiDocument.stored().operations().stream()
        .filter(operation -> operation.verb().equals("GET"))
        .map(ApiOperation::path)
        .filter(path -> path.startsWith(OF_ONE))
        .toList();
  }

  @Test
  void the_party_that_a_customer_is_says_that_it_is_the_survivors() {
    post(
        AGENT,
        "/v1/parties",
        "{\"kind\":\"PERSON\",\"name\":{\"full\":\"Siti\"},\"customerId\":\"%s\"}"
            .formatted(survivor));
    AGENT.merged(survivor, retired);
    assertThat(contentLocation(AGENT, "/v1/parties?customerId=" + retired))
        .isEqualTo("/v1/parties?customerId=" + survivor);
    assertThat(contentLocation(ACME, "/v1/parties?customerId=" + retired))
        .as("it sees no party")
        .isNull();
  }

  @Test
  void what_is_listed_of_the_record_itself_says_nothing() {
    AGENT.merged(survivor, retired);
    assertThat(contentLocation(MANAGER, "/v1/merges?customerId=" + retired)).isNull();
    assertThat(contentLocation(MANAGER, "/v1/never-matches?customerId=" + retired)).isNull();
    assertThat(contentLocation(OFFICER, "/v1/privacy-requests?customerId=" + retired)).isNull();
  }

  @Test
  void a_time_is_answered_with_whom_the_id_meant_then() {
    String before = AGENT.get(retired).path("changedAt");
    String merge = AGENT.merged(survivor, retired);
    String united = AGENT.get(survivor).path("changedAt");
    for (boolean undone : List.of(false, true)) {
      if (undone) {
        AGENT.undo(merge).then().statusCode(202);
      }
      assertThat(contentLocation(AGENT, asOf(retired, before))).isNull();
      assertThat(contentLocation(AGENT, asOf(retired, united))).isEqualTo(asOf(survivor, united));
    }
    assertThat(contentLocation(AGENT, "/v1/customers/" + retired)).isNull();
  }

  @Test
  void nobody_is_told_of_a_customer_that_it_does_not_see() {
    AGENT.merged(survivor, retired);
    String path = "/v1/customers/" + retired + "/quality";
    assertThat(contentLocation(ACME, path))
        .as("who registered the record sees its part, and whose it is")
        .isEqualTo(path.replace(retired, survivor));
    for (CustomerApi other :
        List.of(
            new CustomerApi(Tokens.partner("gamma")),
            CustomerApi.customer(UUID.randomUUID().toString()))) {
      Response answer = other.call().get(path);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.header("Content-Location")).isNull();
    }
  }

  private static String asOf(String id, String time) {
    return "/v1/customers/" + id + "?asOf=" + time;
  }

  private static String contentLocation(CustomerApi caller, String path) {
    Response answer = caller.call().urlEncodingEnabled(false).get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.header("Content-Location");
  }

  private static Response post(CustomerApi caller, String path, String body) {
    Response answer =
        caller
            .call()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType(ContentType.JSON)
            .body(body)
            .post(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer;
  }
}
