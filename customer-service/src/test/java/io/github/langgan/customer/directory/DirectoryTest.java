package io.github.langgan.customer.directory;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
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
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DirectoryTest {

  @Test
  void a_customer_is_found_by_its_phone_in_any_writing() {
    String phone = uniquePhone();
    String national = "0" + phone.substring(3);
    String id = ACME.registered(known("Siti Rahma").phone(national));
    for (String written :
        List.of(phone, national, "(0) " + phone.substring(3), phone.substring(1))) {
      ACME.find("phone", written).then().statusCode(200).body("items.customerId", contains(id));
    }
  }

  @Test
  void a_plus_that_became_a_space_on_its_way_is_understood() {
    String phone = uniquePhone();
    String id = ACME.registered(known("Siti Rahma").phone(phone));
    ACME.call()
        .urlEncodingEnabled(false)
        .get("/v1/customers?phone=" + phone)
        .then()
        .body("items.customerId", contains(id));
  }

  @Test
  void all_who_share_a_contact_are_found_newest_first() {
    String address = unique() + "@Example.com";
    String siti = ACME.registered(known("Siti").email(address));
    String budi = ACME.registered(known("Budi").email(address.toUpperCase()));
    ACME.registered(known("Ani").email("x" + address));
    ACME.find("email", address.toLowerCase()).then().body("items.customerId", contains(budi, siti));
  }

  @Test
  void a_customer_is_found_by_what_a_system_knows_it_by() {
    String nik = unique();
    String siti = ACME.registered(person("Siti Rahma").identifier("nik", nik));
    String rahma = ACME.registered(person("Rahma").identifier("nik", nik));
    ACME.call()
        .queryParam("identifierSource", "nik")
        .queryParam("identifierValue", nik)
        .get("/v1/customers")
        .then()
        .statusCode(200)
        .body("items.customerId", contains(rahma, siti));
  }

  @Test
  void pages_neither_skip_nor_repeat_while_customers_are_added() {
    CustomerApi partner = new CustomerApi(Tokens.partner("p" + unique()));
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      expected.addFirst(partner.registered(person("C").identifier("p", unique())));
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var call = partner.call().queryParam("limit", 2);
      Response page =
          (cursor == null ? call : call.queryParam("cursor", cursor)).get("/v1/customers");
      page.then().statusCode(200);
      seen.addAll(page.path("items.customerId"));
      cursor = page.path("nextCursor");
      partner.registered(person("Late").identifier("p", unique()));
    } while (cursor != null);
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void another_partner_s_customer_is_as_good_as_missing() {
    String phone = uniquePhone();
    String id = ACME.registered(known("Siti Rahma").phone(phone));
    Response theirs = BETA.get(id);
    Response missing = BETA.get(UUID.randomUUID().toString());
    theirs.then().statusCode(404);
    missing.then().statusCode(404);
    assertThat(theirs.<String>path("title")).isEqualTo(missing.path("title"));
    assertThat(theirs.<String>path("detail")).isEqualTo(missing.path("detail"));
    BETA.find("phone", phone).then().statusCode(200).body("items", empty());
    AGENT.find("phone", phone).then().body("items.customerId", contains(id));
  }

  @Test
  void a_customer_sees_itself_and_nobody_else() {
    String phone = uniquePhone();
    String siti = ACME.registered(known("Siti").phone(phone));
    String budi = ACME.registered(known("Budi").phone(phone));
    CustomerApi herself = CustomerApi.customer(siti);
    herself.get(siti).then().statusCode(200).header("ETag", "\"1\"");
    herself.get(budi).then().statusCode(404);
    herself.find("phone", phone).then().body("items.customerId", contains(siti));
  }

  @ParameterizedTest
  @CsvSource({
    "email, nobody",
    "email, s\u0456ti@example.com",
    "phone, 12",
    "phone, ' or 1=1 --",
    "identifierSource, acme",
    "identifierValue, 17850",
    "surname, Siti",
    "limit, 201",
    "cursor, AAAA",
  })
  void a_question_that_makes_no_sense_is_refused(String parameter, String value) {
    ACME.find(parameter, value).then().statusCode(400);
  }

  @Test
  void only_one_thing_is_looked_for_at_a_time() {
    ACME.call()
        .queryParam("email", "siti@example.com")
        .queryParam("phone", "+628123456789")
        .get("/v1/customers")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?email"));
  }

  @Test
  void what_looks_like_sql_is_kept_and_found_as_it_is() {
    String value = "'; DROP TABLE customer; -- " + unique();
    Body bobby = person("Robert'); DROP TABLE customer;--").identifier("acme", value);
    String id = ACME.registered(bobby);
    ACME.call()
        .queryParam("identifierSource", "acme")
        .queryParam("identifierValue", value)
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(id))
        .body("items[0].name.full", equalTo("Robert'); DROP TABLE customer;--"));
  }
}
