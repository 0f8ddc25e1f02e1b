package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.ACME;
import static io.github.langgan.customer.network.NetworkApi.BETA;
import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.customer;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.organisation;
import static io.github.langgan.customer.network.NetworkApi.partyNode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What parties and customers are to each other, since when, and until when. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RelationshipTest {

  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  private String siti = "";
  private String budi = "";
  private String company = "";

  @BeforeEach
  void two_customers_and_a_company() {
    siti = CustomerApi.ACME.registered(Body.known("Siti Rahma"));
    budi = CustomerApi.ACME.registered(Body.known("Budi"));
    company = ACME.registered(organisation("PT Sumber Makmur", known()));
  }

  private Response employ(String more) {
    return STAFF.relate("EMPLOYER", customer(siti), partyNode(company), more);
  }

  @Test
  void an_employer_is_seen_from_both_ends() {
    employ(",\"validFrom\":\"2021-03-01\",\"strength\":0.8")
        .then()
        .statusCode(201)
        .body("type", equalTo("EMPLOYER"))
        .body("inverse", equalTo("EMPLOYEE"))
        .body("from.name", equalTo("Siti Rahma"))
        .body("to.name", equalTo("PT Sumber Makmur"))
        .body("strength", equalTo(0.8f));

    STAFF
        .relationshipsOf(siti)
        .then()
        .statusCode(200)
        .body("items.is", contains("EMPLOYER"))
        .body("items.other.partyId", contains(company))
        .body("items.other.kind", contains("ORGANISATION"));
    STAFF
        .get("/v1/parties/" + company + "/relationships")
        .then()
        .body("items.is", contains("EMPLOYEE"))
        .body("items.other.customerId", contains(siti));
  }

  @Test
  void the_same_relationship_sent_twice_is_one_a_household_also_from_its_other_end() {
    String home = STAFF.related("HOUSEHOLD", customer(siti), customer(budi), "");

    STAFF
        .relate("HOUSEHOLD", customer(budi), customer(siti), "")
        .then()
        .statusCode(200)
        .body("relationshipId", equalTo(home));
    STAFF.relationshipsOf(budi).then().body("items.is", contains("HOUSEHOLD"));
    STAFF.related("REFERRED_BY", customer(siti), customer(budi), "");
    STAFF.relate("REFERRED_BY", customer(budi), customer(siti), "").then().statusCode(201);
  }

  @Test
  void of_equal_ones_at_once_one_is_stored() throws Exception {
    List<String> answers =
        AtOnce.times(6, i -> employ(",\"strength\":0.5").then().extract().path("relationshipId"));

    assertThat(answers).doesNotContainNull().containsOnly(answers.getFirst());
    STAFF.relationshipsOf(siti).then().body("items", hasSize(1));
  }

  @Test
  void other_words_for_the_same_days_are_refused_and_nothing_changes() {
    String first = employ(",\"validFrom\":\"2021-03-01\"").path("relationshipId");

    employ(",\"validFrom\":\"2022-01-01\",\"validUntil\":\"2022-02-01\"")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/relationship-overlap"))
        .body("relationshipId", equalTo(first));
    employ(",\"validFrom\":\"2020-01-01\",\"validUntil\":\"2021-03-01\"").then().statusCode(201);
  }

  @Test
  void postgresql_itself_refuses_overlapping_periods() {
    employ(",\"validFrom\":\"2021-03-01\"").then().statusCode(201);
    String again =
        """
        INSERT INTO relationship (id, type, from_customer, to_party, valid_from, confirmed_on, form,
                                  received_at, recorded_by, recorded_at)
        SELECT gen_random_uuid(), type, from_customer, to_party, '2025-01-01', confirmed_on, form,
               received_at, recorded_by, recorded_at
          FROM relationship WHERE from_customer = ?
        """;

    assertThat(catchThrowable(() -> jdbi.useHandle(h -> h.execute(again, UUID.fromString(siti)))))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .hasMessageContaining("exclusion constraint");
  }

  @Test
  void an_ended_relationship_stays_and_another_may_follow_it() {
    String first = employ(",\"validFrom\":\"2021-03-01\"").path("relationshipId");

    STAFF.end(first, "2024-01-01").then().statusCode(200).body("validUntil", equalTo("2024-01-01"));
    STAFF.end(first, "2024-01-01").then().statusCode(200);
    STAFF
        .end(first, "2024-05-01")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/relationship-ended"))
        .body("validUntil", equalTo("2024-01-01"));
    employ(",\"validFrom\":\"2021-03-01\"").then().statusCode(200);
    String second = employ(",\"validFrom\":\"2024-01-01\"").path("relationshipId");

    String path = "/v1/customers/" + siti + "/relationships";
    STAFF.get(path).then().body("items.relationshipId", contains(second));
    STAFF.get(path + "?on=2023-12-31").then().body("items.relationshipId", contains(first));
    STAFF.get(path + "?on=2021-02-28").then().body("items", empty());
    STAFF.get(path + "?includeEnded=true").then().body("items", hasSize(2));
    STAFF.get(path + "?types=HOUSEHOLD,SPOUSE").then().body("items", empty());
  }

  @Test
  void one_that_never_was_is_ended_on_the_day_on_which_it_began() {
    String wrong = employ(",\"validFrom\":\"2021-03-01\"").path("relationshipId");

    STAFF
        .end(wrong, "2021-02-01")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/validUntil"));
    STAFF.end(wrong, "2021-03-01").then().statusCode(200);

    employ(",\"validFrom\":\"2021-01-01\"").then().statusCode(201);
    STAFF
        .get("/v1/customers/" + siti + "/relationships?on=2021-03-01")
        .then()
        .body("items.validFrom", contains("2021-01-01"));
  }

  @Test
  void it_is_answered_as_it_was_known_at_a_time() {
    String one = employ(",\"validFrom\":\"2021-03-01\",\"strength\":0.5").path("relationshipId");
    String before = STAFF.get("/v1/relationships/" + one).path("recordedAt").toString();
    STAFF
        .post("/v1/relationships/" + one + "/confirmations", "{\"strength\":0.9}")
        .then()
        .statusCode(200)
        .body("statedStrength", equalTo(0.9f));
    STAFF.end(one, "2024-01-01").then().statusCode(200);

    STAFF.relationshipsOf(siti).then().body("items", empty());
    STAFF
        .get("/v1/customers/" + siti + "/relationships?asOf=" + before)
        .then()
        .body("items.relationshipId", contains(one))
        .body("items.statedStrength", contains(0.5f))
        .body("items[0].validUntil", nullValue());
    STAFF
        .get("/v1/customers/" + siti + "/relationships?asOf=2020-01-01T00:00:00Z")
        .then()
        .body("items", empty());
  }

  @Test
  void what_was_confirmed_last_counts_whenever_we_hear_of_it() {
    String one = employ(",\"strength\":0.4,\"confirmedOn\":\"2024-01-01\"").path("relationshipId");
    String path = "/v1/relationships/" + one + "/confirmations";

    STAFF.post(path, "{\"strength\":0.8,\"confirmedOn\":\"2025-06-01\"}").then().statusCode(200);
    STAFF
        .post(path, "{\"strength\":0.1,\"confirmedOn\":\"2025-01-01\"}")
        .then()
        .body("statedStrength", equalTo(0.8f))
        .body("confirmedOn", equalTo("2025-06-01"));
    STAFF
        .post(path, "{\"confirmedOn\":\"2025-07-01\"}")
        .then()
        .body("statedStrength", equalTo(0.8f))
        .body("confirmedOn", equalTo("2025-07-01"));
    STAFF.post(path, "{\"confirmedOn\":\"2025-07-01\"}").then().statusCode(200);
    STAFF
        .post(path, "{\"confirmedOn\":\"2190-07-01\"}")
        .then()
        .statusCode(422)
        .body("errors.code", contains("future"));
    assertThat(confirmations(one)).isEqualTo(4);
    STAFF.end(one, "2025-08-01");
    STAFF.post(path, "{\"confirmedOn\":\"2025-08-01\"}").then().statusCode(409);
  }

  private int confirmations(String id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) FROM relationship_confirmation WHERE relationship_id = :id")
                .bind("id", UUID.fromString(id))
                .mapTo(Integer.class)
                .one());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"EMPLOYER\",\"from\":S,\"to\":S} | /to | same",
        "{\"type\":\"EMPLOYER\",\"from\":P,\"to\":S} | /from | kind",
        "{\"type\":\"HOUSEHOLD\",\"from\":S,\"to\":P} | /to | kind",
        "{\"type\":\"EMPLOYER\",\"from\":S,\"to\":{}} | /to | one-of",
        "{\"type\":\"EMPLOYER\",\"from\":S,\"to\":{\"partyId\":\"0194b3a1-5c00-7a3e-9d2f-6f0b1c2d3e99\"}} | /to/partyId | unknown",
        "{\"type\":\"EMPLOYER\",\"from\":S,\"to\":P,\"strength\":1.01} | /strength | decimal-max",
        "{\"type\":\"EMPLOYER\",\"from\":S,\"to\":P,\"strength\":0.123} | /strength | digits",
        "{\"type\":\"EMPLOYER\",\"from\":S,\"to\":P,\"validFrom\":\"2021-01-02\",\"validUntil\":\"2021-01-01\"} | /validUntil | period",
      })
  void what_makes_no_relationship_is_refused(String body, String pointer, String code) {
    String written =
        body.replace(":S", ":" + customer(siti)).replace(":P", ":" + partyNode(company));

    STAFF
        .post("/v1/relationships", written)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains(pointer))
        .body("errors.code", contains(code));
    STAFF.relationshipsOf(siti).then().body("items", empty());
  }

  @Test
  void a_party_that_is_a_customer_is_one_with_it() {
    String same =
        STAFF.registered(NetworkApi.person("Siti Rahma", ",\"customerId\":\"" + siti + "\""));

    STAFF
        .relate("HOUSEHOLD", customer(siti), partyNode(same), "")
        .then()
        .statusCode(422)
        .body("errors.code", contains("same"));
    String work = STAFF.related("EMPLOYER", partyNode(same), partyNode(company), "");
    employ("").then().statusCode(200).body("relationshipId", equalTo(work));
    STAFF.relationshipsOf(siti).then().body("items.relationshipId", contains(work));
    STAFF
        .get("/v1/parties/" + company + "/relationships")
        .then()
        .body("items.other.customerId", contains(siti));
  }

  @Test
  void a_partner_sees_and_ends_what_it_brought_and_what_others_say_stands_beside_it() {
    String ours = employ(",\"strength\":0.9").path("relationshipId");
    String acmes = ACME.related("EMPLOYER", customer(siti), partyNode(company), "");

    ACME.relationshipsOf(siti).then().body("items.relationshipId", contains(acmes));
    STAFF.relationshipsOf(siti).then().body("items.relationshipId", contains(acmes, ours));
    ACME.get("/v1/relationships/" + ours).then().statusCode(404);
    ACME.end(ours, "2030-01-01").then().statusCode(404);
    ACME.end(acmes, "2030-01-01").then().statusCode(200);
    BETA.relationshipsOf(siti).then().statusCode(404);
    BETA.relate("EMPLOYER", customer(siti), partyNode(company), "")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/from/customerId", "/to/partyId"));
    new NetworkApi(NetworkApi.oneself(siti)).relationshipsOf(siti).then().statusCode(403);
  }

  @Test
  void a_listing_is_paged() {
    String first = STAFF.related("EMPLOYER", customer(siti), partyNode(company), "");
    String second = STAFF.related("HOUSEHOLD", customer(siti), customer(budi), "");
    String path = "/v1/customers/" + siti + "/relationships?limit=1";
    Response page = STAFF.get(path);

    page.then().body("items.relationshipId", contains(second));
    STAFF
        .get(path + "&cursor=" + page.path("nextCursor"))
        .then()
        .body("items.relationshipId", contains(first))
        .body("nextCursor", nullValue());
  }

  @Test
  void other_contexts_hear_of_its_start_and_of_its_end() throws Exception {
    String one = employ(",\"validFrom\":\"2021-03-01\",\"strength\":0.8").path("relationshipId");
    employ(",\"validFrom\":\"2021-03-01\",\"strength\":0.8").then().statusCode(200);
    STAFF.end(one, "2024-01-01").then().statusCode(200);
    STAFF.end(one, "2024-01-01").then().statusCode(200);

    List<Seen> events =
        await()
            .until(
                () ->
                    topics.on("crm.customer").stream()
                        .filter(event -> event.key().equals(UUID.fromString(one)))
                        .toList(),
                seen -> seen.size() >= 2);

    assertThat(events)
        .extracting(Seen::type)
        .containsExactly("relationship.established", "relationship.ended");
    JsonNode established = new ObjectMapper().readTree(events.getFirst().json());
    assertThat(established.at("/from/customerId").asText()).isEqualTo(siti);
    assertThat(established.at("/to/partyId").asText()).isEqualTo(company);
    assertThat(established.path("relationship").asText()).isEqualTo("EMPLOYER");
    assertThat(new ObjectMapper().readTree(events.getLast().json()).path("validUntil").asText())
        .isEqualTo("2024-01-01");
  }
}
