package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.ACME;
import static io.github.langgan.customer.network.NetworkApi.BETA;
import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.organisation;
import static io.github.langgan.customer.network.NetworkApi.person;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is in the network, and what they are to the company. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PartyTest {

  @Inject TestTopics topics;

  private static String roles(String... roles) {
    return ",\"roles\":[" + String.join(",", roles) + "]";
  }

  private static String role(String role, String from) {
    return "{\"role\":\"%s\",\"validFrom\":\"%s\"}".formatted(role, from);
  }

  @Test
  void a_supplier_is_registered_and_read() {
    String supplier =
        organisation(
            "PT Sumber Makmur",
            roles(role("SUPPLIER", "2020-01-01"))
                + ",\"contacts\":[{\"type\":\"PHONE\",\"value\":\"0812-3456-789\"},"
                + "{\"type\":\"POSTAL\",\"address\":{\"lines\":[\"Jl. Raya 1\"],\"country\":\"ID\"}}]"
                + known());
    Response answer = STAFF.register(supplier);

    String id = answer.then().statusCode(201).header("ETag", "\"1\"").extract().path("partyId");
    answer.then().header("Location", endsWith("/v1/parties/" + id));
    STAFF
        .party(id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("kind", equalTo("ORGANISATION"))
        .body("name.full", equalTo("PT Sumber Makmur"))
        .body("roles.role", contains("SUPPLIER"))
        .body("roles.validFrom", contains("2020-01-01"))
        .body("contacts.value", contains("+628123456789", null))
        .body("contacts[1].address.lines", contains("Jl. Raya 1"))
        .body("identifiers.source", contains("erp"))
        .body("partner", nullValue())
        .body("version", equalTo(1));
  }

  @Test
  void the_same_party_sent_again_is_one_and_another_with_its_identifier_is_refused() {
    String body = organisation("PT Satu", known());
    String id = STAFF.registered(body);

    STAFF.register(body).then().statusCode(200).body("partyId", equalTo(id));
    STAFF
        .register(body.replace("PT Satu", "PT Dua"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/party-known"))
        .body("partyId", equalTo(id));
  }

  @Test
  void of_equal_registrations_at_once_one_is_stored() throws Exception {
    String name = uniqueWord();
    String body = organisation(name, known());

    List<Integer> answers = AtOnce.times(6, i -> STAFF.register(body).statusCode());

    assertThat(answers).containsOnlyOnce(201).containsAnyOf(200, 409);
    assertThat(answers).allMatch(status -> status == 201 || status == 200 || status == 409);
    STAFF.get("/v1/parties?name=" + name).then().body("items", hasSize(1));
  }

  @Test
  void without_an_identifier_a_key_is_needed_and_replayed() {
    STAFF
        .register(person("Budi", ""))
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/idempotency-key-missing"));
    STAFF.postKeyed("/v1/parties", person("Budi", "")).then().statusCode(201);
  }

  @Test
  void a_role_is_ended_and_never_taken_away() {
    String id =
        STAFF.registered(
            organisation("PT Investasi", roles(role("INVESTOR", "2020-01-01")) + known()));

    STAFF
        .change(id, 1, "{\"roles\":[" + role("SUPPLIER", "2020-01-01") + "]}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/roles"))
        .body("errors.code", contains("role-kept"));
    STAFF
        .change(
            id,
            1,
            "{\"roles\":[{\"role\":\"INVESTOR\",\"validFrom\":\"2020-01-01\",\"validUntil\":\"2024-01-01\"},"
                + role("PARTNER", "2024-01-01")
                + "]}")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("roles.role", contains("INVESTOR", "PARTNER"))
        .body("roles.validUntil", contains("2024-01-01", null));
  }

  @Test
  void a_role_is_not_held_twice_at_a_time_but_may_come_again() {
    String twice = roles(role("SUPPLIER", "2020-01-01"), role("SUPPLIER", "2021-01-01"));
    STAFF
        .register(organisation("PT Dobel", twice + known()))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/roles/1"))
        .body("errors.code", contains("overlap"));
    String again =
        roles(
            "{\"role\":\"SUPPLIER\",\"validFrom\":\"2020-01-01\",\"validUntil\":\"2021-01-01\"}",
            role("SUPPLIER", "2021-01-01"));
    STAFF.register(organisation("PT Lagi", again + known())).then().statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"1, 200", "2, 412"})
  void a_change_says_which_version_it_is_of(int version, int status) {
    String id = STAFF.registered(organisation("PT Versi", known()));

    STAFF.change(id, version, "{\"name\":{\"full\":\"PT Versi Baru\"}}").then().statusCode(status);
    STAFF.change(id, status == 200 ? 2 : 1, "{}").then().statusCode(200);
  }

  @Test
  void parties_are_found_by_role_on_a_day_by_kind_and_by_name() {
    String word = uniqueWord();
    String former =
        STAFF.registered(
            organisation(
                "PT " + word + " 100%",
                roles(
                        "{\"role\":\"SUPPLIER\",\"validFrom\":\"2020-01-01\",\"validUntil\":\"2021-01-01\"}")
                    + known()));
    String current =
        STAFF.registered(person("Siti " + word, roles(role("SUPPLIER", "2021-01-01")) + known()));
    String name = "/v1/parties?name=" + word.toUpperCase(Locale.ROOT);

    STAFF.get(name).then().body("items.partyId", contains(current, former));
    STAFF.get(name + "&role=SUPPLIER").then().body("items.partyId", contains(current));
    STAFF.get(name + "&role=SUPPLIER&on=2020-06-01").then().body("items.partyId", contains(former));
    STAFF.get(name + "&kind=PERSON").then().body("items.partyId", contains(current));
    STAFF.named(word + " 100%").then().body("items.partyId", contains(former));
    STAFF.named(word + " 10_%").then().body("items", hasSize(0));
    STAFF.get("/v1/parties?on=today").then().statusCode(400);
  }

  @Test
  void a_listing_is_paged_and_neither_skips_nor_repeats() {
    String word = uniqueWord();
    String first = STAFF.registered(organisation(word + " 1", known()));
    String second = STAFF.registered(organisation(word + " 2", known()));
    String third = STAFF.registered(organisation(word + " 3", known()));
    Response page = STAFF.get("/v1/parties?limit=2&name=" + word);

    page.then().body("items.partyId", contains(third, second));
    STAFF.registered(organisation(word + " 4", known()));
    STAFF
        .get("/v1/parties?limit=2&name=" + word + "&cursor=" + page.path("nextCursor"))
        .then()
        .body("items.partyId", contains(first))
        .body("nextCursor", nullValue());
  }

  @Test
  void a_party_that_is_a_customer_is_one_by_the_id_of_either_record_after_a_merge() {
    String siti = CustomerApi.AGENT.registered(Body.known("Siti Rahma"));
    String party = STAFF.registered(person("Siti Rahma", ",\"customerId\":\"" + siti + "\""));
    String survivor = CustomerApi.AGENT.registered(Body.known("Siti Rahma"));
    CustomerApi.AGENT.merged(survivor, siti);

    STAFF.party(party).then().body("customerId", equalTo(survivor));
    STAFF.get("/v1/parties?customerId=" + survivor).then().body("items.partyId", contains(party));
    STAFF.get("/v1/parties?customerId=" + siti).then().body("items.partyId", contains(party));
    STAFF
        .change(party, 1, "{\"name\":{\"full\":\"Siti\"}}")
        .then()
        .statusCode(200)
        .body("customerId", equalTo(survivor));
  }

  @Test
  void a_customer_of_the_other_kind_or_of_another_partner_is_no_party_of_mine() {
    String siti = CustomerApi.BETA.registered(Body.known("Siti"));
    String named = ",\"customerId\":\"" + siti + "\"";

    STAFF
        .register(organisation("PT Siti", named))
        .then()
        .statusCode(422)
        .body("errors.code", contains("kind"));
    ACME.register(person("Siti", named))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/customerId"))
        .body("errors.code", contains("unknown"));
    BETA.register(person("Siti", named)).then().statusCode(201);
  }

  @Test
  void a_partner_sees_its_own_parties_and_may_use_an_identifier_that_another_uses() {
    String word = uniqueWord();
    String body = organisation(word, known());
    String acmes = ACME.registered(body);
    String betas = BETA.registered(body);
    String ours = STAFF.registered(body);

    ACME.party(acmes).then().statusCode(200).body("partner", equalTo("acme"));
    BETA.party(acmes).then().statusCode(404);
    ACME.party(ours).then().statusCode(404);
    BETA.change(acmes, 1, "{}").then().statusCode(404);
    STAFF.party(betas).then().statusCode(200);
    BETA.get("/v1/parties?name=" + word).then().body("items.partyId", contains(betas));
    STAFF.get("/v1/parties?name=" + word).then().body("items", hasSize(3));
  }

  @Test
  void customers_and_those_without_the_scope_see_nothing() {
    String siti = CustomerApi.AGENT.registered(Body.known("Siti"));
    String id = STAFF.registered(person("Siti", ",\"customerId\":\"" + siti + "\""));

    new NetworkApi(NetworkApi.oneself(siti)).party(id).then().statusCode(403);
    new NetworkApi(new CustomerApi(Tokens.of("operator"))).party(id).then().statusCode(403);
    new NetworkApi(new CustomerApi(Tokens.of("marketer")))
        .register(person("X", known()))
        .then()
        .statusCode(403);
  }

  @Test
  void other_contexts_hear_of_a_party_and_of_its_changes() throws Exception {
    String id =
        STAFF.registered(person("Siti Rahma", roles(role("EMPLOYEE", "2020-01-01")) + known()));
    STAFF.change(id, 1, "{\"contacts\":[{\"type\":\"EMAIL\",\"value\":\"s@example.com\"}]}");
    STAFF.change(id, 2, "{}").then().statusCode(200);

    List<Seen> events =
        await()
            .until(
                () ->
                    topics.on("crm.customer").stream()
                        .filter(event -> event.key().equals(UUID.fromString(id)))
                        .toList(),
                seen -> seen.size() >= 2);

    assertThat(events).extracting(Seen::type).containsExactly("party.registered", "party.updated");
    assertThat(events).extracting(Seen::sequence).containsExactly(1L, 2L);
    JsonNode registered = new ObjectMapper().readTree(events.getFirst().json());
    assertThat(registered.has("person")).isTrue();
    assertThat(events.getFirst().json()).as("it is encrypted").doesNotContain("Siti Rahma");
    assertThat(registered.at("/roles/0/role").asText()).isEqualTo("EMPLOYEE");
    JsonNode updated = new ObjectMapper().readTree(events.getLast().json());
    assertThat(updated.has("person")).isTrue();
    assertThat(updated.path("partyVersion").asInt()).isEqualTo(2);
  }
}
