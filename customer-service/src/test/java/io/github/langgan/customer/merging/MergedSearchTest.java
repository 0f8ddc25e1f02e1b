package io.github.langgan.customer.merging;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Beta's record survives, with the name of Acme's, which is surer. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedSearchTest {

  private final String hers = word();
  private final String his = word();
  private final String phone = uniquePhone();

  @Test
  void a_customer_is_found_by_the_name_that_survives_and_each_record_by_its_own_when_split() {
    String survivor = BETA.registered(betas());
    String merged = ACME.registered(acmes());
    String merge = AGENT.merged(survivor, merged);
    named(AGENT, his).then().body("items.customerId", contains(survivor));
    named(AGENT, hers).then().body("items", empty());
    AGENT.undo(merge).then().statusCode(202);
    named(AGENT, his).then().body("items.customerId", contains(merged));
    named(AGENT, hers).then().body("items.customerId", contains(survivor));
    named(ACME, his).then().body("items.customerId", contains(merged));
    named(BETA, hers).then().body("items.customerId", contains(survivor));
  }

  @Test
  void a_partner_finds_nobody_by_what_only_the_others_record_says() {
    String survivor = BETA.registered(betas());
    AGENT.merged(survivor, ACME.registered(acmes().with("language", "\"su\"")));
    named(BETA, his).then().body("items", empty());
    AGENT.patch(survivor, 2, "{\"name\":{\"full\":\"%s %s\"}}".formatted(his, hers));
    named(AGENT, hers).then().body("items.customerId", contains(survivor));
    named(BETA, his).then().body("items", empty());
    assertThat(BETA.find("language", "su").asString()).doesNotContain(survivor);
    assertThat(AGENT.find("language", "su").asString()).contains(survivor);
  }

  @Test
  void records_of_one_partner_are_found_by_it_as_before() {
    String survivor = BETA.registered(betas());
    AGENT.merged(survivor, BETA.registered(person("S").identifier("beta", unique()).phone(phone)));
    named(BETA, hers)
        .then()
        .body("items.customerId", contains(survivor))
        .body("items[0].contacts.value", contains(phone));
  }

  @Test
  void what_both_had_is_seen_by_both_and_the_form_of_a_file_tells_nothing_of_the_others_record() {
    String mail = unique() + "@example.com";
    String survivor = BETA.registered(betas().identifier("nik-beta", unique()).email(mail));
    String merged = ACME.registered(acmes());
    AGENT.merged(survivor, merged);
    for (CustomerApi partner : List.of(ACME, BETA)) {
      partner
          .find("phone", phone)
          .then()
          .body("items.customerId", contains(survivor))
          .body(
              "items[0].contacts.value.flatten().findAll{it=='" + phone + "'}.size()", equalTo(1));
    }
    ACME.find("email", mail).then().body("items", empty());
    ACME.call()
        .header("Accept", "text/csv")
        .queryParam("phone", phone)
        .get("/v1/customers/export")
        .then()
        .statusCode(200)
        .body(containsString(",phone,"))
        .body(containsString(survivor))
        .body(not(containsString("beta")))
        .body(not(containsString("email")));
    assertThat(
            AGENT
                .call()
                .header("Accept", "application/x-ndjson")
                .queryParam("phone", phone)
                .get("/v1/customers/export")
                .asString()
                .lines())
        .hasSize(1);
  }

  private Body betas() {
    return person(hers).identifier("beta", unique()).phone(phone);
  }

  private Body acmes() {
    return known(his)
        .phone(phone)
        .with(
            "source",
            "{\"form\":\"MEMBER_CARD\",\"receivedAt\":\"2026-01-05T03:00:00Z\",\"confidence\":1}");
  }

  private static Response named(CustomerApi caller, String name) {
    Response found = caller.find("name", name);
    found.then().statusCode(200);
    return found;
  }

  /** That no other test uses; in letters. */
  private static String word() {
    StringBuilder word = new StringBuilder();
    UUID.randomUUID()
        .toString()
        .substring(0, 13)
        .chars()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> word.append((char) ('a' + Character.digit(c, 16))));
    return word.toString();
  }
}
