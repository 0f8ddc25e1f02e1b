package io.github.langgan.customer.directory;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FilterTest {

  private final String name = "p" + unique();
  private final CustomerApi partner = new CustomerApi(Tokens.partner(name));

  @Test
  void persons_and_organisations_are_told_apart() {
    String siti = partner.registered(known("Siti"));
    String firm = partner.registered(known("PT Maju").with("kind", "\"ORGANISATION\""));
    partner.find("kind", "PERSON").then().body("items.customerId", contains(siti));
    partner.find("kind", "ORGANISATION").then().body("items.customerId", contains(firm));
  }

  @Test
  void a_language_is_found_in_all_its_regions_and_no_longer_one() {
    String plain = partner.registered(speaking("fi"));
    String regional = partner.registered(speaking("fi-FI"));
    partner.registered(speaking("fil"));
    partner.registered(known("Siti"));
    partner.find("language", "fi").then().body("items.customerId", contains(regional, plain));
    partner.find("language", "fi-FI").then().body("items.customerId", contains(regional));
  }

  @Test
  void what_was_registered_in_a_period_is_found() {
    String first = partner.registered(known("Siti"));
    String second = partner.registered(known("Budi"));
    String time = partner.get(second).path("registeredAt");
    partner.find("registeredSince", time).then().body("items.customerId", contains(second));
    partner.find("registeredUntil", time).then().body("items.customerId", contains(first));
    partner
        .call()
        .queryParam("registeredSince", time)
        .queryParam("registeredUntil", time)
        .get("/v1/customers")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @Test
  void what_changed_since_a_time_is_found_whether_new_or_corrected() {
    String corrected = partner.registered(known("Siti"));
    partner.registered(known("Budi"));
    String added = partner.registered(known("Rahma"));
    String time = partner.get(added).path("changedAt");
    partner.find("changedSince", time).then().body("items.customerId", contains(added));
    partner.patch(corrected, 1, "{\"occupation\":\"Guru\"}").then().statusCode(200);
    partner.find("changedSince", time).then().body("items.customerId", contains(added, corrected));
  }

  @Test
  void staff_filter_by_partner_and_nobody_else_does() {
    String siti = partner.registered(known("Siti"));
    AGENT.find("partner", name).then().statusCode(200).body("items.customerId", contains(siti));
    partner.find("partner", name).then().statusCode(403);
    partner.find("partner", "acme").then().statusCode(403);
    CustomerApi.customer(siti).find("partner", name).then().statusCode(403);
  }

  @Test
  void filters_narrow_each_other_and_a_search_for_a_contact() {
    String address = unique() + "@example.com";
    partner.registered(speaking("en").email(address));
    String both = partner.registered(speaking("id").email(address));
    partner.registered(speaking("id"));
    partner
        .call()
        .queryParam("email", address)
        .queryParam("language", "id")
        .queryParam("kind", "PERSON")
        .get("/v1/customers")
        .then()
        .statusCode(200)
        .body("items.customerId", contains(both));
  }

  @Test
  void a_file_takes_the_same_filters() {
    partner.registered(speaking("en"));
    String id = partner.registered(speaking("id"));
    String file =
        partner
            .call()
            .accept("application/x-ndjson")
            .queryParam("language", "id")
            .get("/v1/customers/export")
            .asString();
    assertThat(file.lines()).singleElement().asString().contains(id);
  }

  @ParameterizedTest
  @CsvSource({
    "kind, person",
    "kind, ''",
    "language, english!",
    "registeredSince, yesterday",
    "registeredUntil, 2026-01-31",
    "changedSince, 2026-02-30T00:00:00Z",
    "changedSince, 9999-01-01T00:00:00Z",
  })
  void a_filter_that_makes_no_sense_is_refused(String parameter, String value) {
    partner
        .find(parameter, value)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?" + parameter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "' OR 1=1--", "-1"})
  void what_is_no_partner_s_name_is_refused(String noName) {
    AGENT.find("partner", noName).then().statusCode(400);
  }

  private static Body speaking(String language) {
    return known("Siti").with("language", '"' + language + '"');
  }
}
