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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.AtOnce;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergingTest {

  @Inject Jdbi jdbi;

  private final String phone = uniquePhone();
  private final Body other = known("Siti R.").phone(phone).with("birthDate", "\"1990-04-21\"");

  @Test
  void the_survivor_has_what_both_had_and_both_ids_mean_it() {
    String survivor = ACME.registered(known("Siti Rahma").email(unique() + "@example.com"));
    String merged = ACME.registered(other);
    AGENT.merged(survivor, merged);

    for (String id : List.of(survivor, merged)) {
      AGENT
          .get(id)
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"")
          .body("customerId", equalTo(survivor))
          .body("mergedInto", id.equals(merged) ? equalTo(survivor) : nullValue())
          .body("name.full", equalTo("Siti Rahma"))
          .body("birthDate", equalTo("1990-04-21"))
          .body("contacts.type", contains("EMAIL", "PHONE"))
          .body("identifiers.value", hasItems(other.firstIdentifier()));
    }
    AGENT.find("phone", phone).then().body("items.customerId", contains(survivor));
    ACME.call()
        .queryParam("identifierSource", "acme")
        .queryParam("identifierValue", other.firstIdentifier())
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(survivor));
  }

  @Test
  void the_merged_ones_registration_again_is_answered_with_the_survivor() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(other);
    AGENT.merged(survivor, merged);
    ACME.register(other).then().statusCode(200).body("customerId", equalTo(survivor));
    ACME.registerAll(List.of(other)).then().body("items[0].customerId", equalTo(survivor));
    ACME.register(known("Else").identifier("acme", other.firstIdentifier()))
        .then()
        .statusCode(409)
        .body("customerId", equalTo(survivor));
  }

  @Test
  void a_split_gives_both_back_as_they_were() {
    Body first = known("Siti Rahma").email(unique() + "@example.com");
    String survivor = ACME.registered(first);
    String merged = ACME.registered(other);
    AGENT.undo(AGENT.merged(survivor, merged)).then().statusCode(202);

    ACME.get(survivor)
        .then()
        .body("customerId", equalTo(survivor))
        .body("name.full", equalTo("Siti Rahma"))
        .body("birthDate", nullValue())
        .body("contacts.type", contains("EMAIL"))
        .body("identifiers.value", contains(first.firstIdentifier()));
    ACME.get(merged)
        .then()
        .body("customerId", equalTo(merged))
        .body("mergedInto", nullValue())
        .body("name.full", equalTo("Siti R."))
        .body("birthDate", equalTo("1990-04-21"))
        .body("contacts.value", contains(phone))
        .body("identifiers.value", contains(other.firstIdentifier()));
    AGENT.find("phone", phone).then().body("items.customerId", contains(merged));
    ACME.register(known("Else").identifier("acme", other.firstIdentifier()))
        .then()
        .statusCode(409)
        .body("customerId", equalTo(merged));
  }

  @Test
  void what_was_corrected_since_goes_to_the_record_that_it_came_for() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(other);
    String merge = AGENT.merged(survivor, merged);
    String hers = uniquePhone();
    String his = uniquePhone();
    addPhone(survivor, hers);
    addPhone(merged, his);
    AGENT.undo(merge).then().statusCode(202);
    ACME.get(survivor).then().body("contacts.value", contains(hers));
    ACME.get(merged).then().body("contacts.value", contains(phone, his));
  }

  @Test
  void each_gets_what_was_corrected_under_its_own_id_field_by_field() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(other);
    String merge = AGENT.merged(survivor, merged);
    AGENT.patch(merged, 2, "{\"birthDate\":\"1991-02-02\"}").then().statusCode(200);
    AGENT.patch(survivor, 3, "{\"gender\":\"FEMALE\"}").then().statusCode(200);
    AGENT.patch(merged, 4, "{\"language\":\"id\"}").then().statusCode(200);
    AGENT.patch(survivor, 5, "{\"name\":{\"full\":\"Siti Rahmawati\"}}").then().statusCode(200);

    AGENT.undo(merge).then().statusCode(202).body("services[0].conflicts", empty());

    AGENT
        .get(survivor)
        .then()
        .body("name.full", equalTo("Siti Rahmawati"))
        .body("gender", equalTo("FEMALE"))
        .body("birthDate", nullValue())
        .body("language", nullValue());
    AGENT
        .get(merged)
        .then()
        .body("name.full", equalTo("Siti R."))
        .body("gender", nullValue())
        .body("birthDate", equalTo("1991-02-02"))
        .body("language", equalTo("id"));
  }

  @Test
  void what_was_corrected_for_a_third_record_went_with_it() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merge = AGENT.merged(survivor, ACME.registered(other));
    String third = ACME.registered(known("Siti Rahmah"));
    String later = AGENT.merged(survivor, third);
    AGENT.patch(third, 3, "{\"gender\":\"FEMALE\"}").then().statusCode(200);

    AGENT.undo(later).then().statusCode(202);
    AGENT.get(third).then().body("gender", equalTo("FEMALE"));
    AGENT.undo(merge).then().statusCode(202).body("services[0].conflicts", empty());

    AGENT.get(survivor).then().body("gender", nullValue());
  }

  @Test
  void what_an_erasure_took_from_the_versions_since_does_not_keep_a_merge_from_being_undone() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merge = AGENT.merged(survivor, ACME.registered(other));
    String later = AGENT.merged(survivor, ACME.registered(known("Siti Rahmah")));
    AGENT.patch(survivor, 3, "{\"gender\":\"FEMALE\"}").then().statusCode(200);
    AGENT.undo(later).then().statusCode(202);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "DELETE FROM customer_former WHERE customer_id = ?::uuid AND version IN (3, 4)",
                survivor));

    AGENT
        .undo(merge)
        .then()
        .statusCode(202)
        .body("services[0].conflicts.code", contains("corrected-since"));

    AGENT.get(survivor).then().body("gender", equalTo("FEMALE"));
  }

  @Test
  void what_was_corrected_for_both_is_told_and_each_has_what_was_said_last_of_it() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(other);
    String merge = AGENT.merged(survivor, merged);
    AGENT.patch(merged, 2, "{\"birthDate\":\"1991-02-02\"}").then().statusCode(200);
    AGENT.patch(survivor, 3, "{\"birthDate\":\"1985-05-05\"}").then().statusCode(200);

    AGENT
        .undo(merge)
        .then()
        .statusCode(202)
        .body("services[0].conflicts.code", contains("corrected-since"));

    AGENT.get(survivor).then().body("birthDate", equalTo("1985-05-05"));
    AGENT.get(merged).then().body("birthDate", equalTo("1991-02-02"));
  }

  @Test
  void a_contact_goes_only_when_it_was_taken_away_under_its_own_id() {
    String survivor = ACME.registered(known("Siti Rahma"));
    String merged = ACME.registered(other);
    String merge = AGENT.merged(survivor, merged);
    AGENT.patch(merged, 2, "{\"gender\":\"FEMALE\"}").then().statusCode(200);
    AGENT.patch(survivor, 3, "{\"contacts\":[]}").then().statusCode(200);

    AGENT
        .undo(merge)
        .then()
        .statusCode(202)
        .body("services[0].conflicts.code", contains("removed-since"));

    ACME.get(merged)
        .then()
        .body("contacts.value", contains(phone))
        .body("gender", equalTo("FEMALE"));
  }

  @Test
  void a_value_of_both_that_was_corrected_since_is_told_and_not_guessed() {
    String survivor = ACME.registered(known("Siti").with("birthDate", "\"1990-04-21\""));
    String merged = ACME.registered(other);
    String merge = AGENT.merged(survivor, merged);
    AGENT.patch(survivor, 2, "{\"birthDate\":\"1990-04-12\"}").then().statusCode(200);
    AGENT
        .undo(merge)
        .then()
        .statusCode(202)
        .body("services[0].conflicts.code", contains("corrected-since"))
        .body("services[0].conflicts[0].subject", equalTo("birthDate"))
        .body("services[0].conflicts[0].survivor", equalTo("1990-04-12"))
        .body("services[0].conflicts[0].merged", equalTo("1990-04-21"));
    AGENT.get(survivor).then().body("birthDate", equalTo("1990-04-12"));
    AGENT.get(merged).then().body("birthDate", equalTo("1990-04-21"));
  }

  @Test
  void a_chain_leads_to_its_end_and_is_undone_link_by_link() {
    Body third = known("Siti Rahma Halim");
    String a = ACME.registered(other);
    String b = ACME.registered(known("Siti Rahma"));
    String c = ACME.registered(third);
    String first = AGENT.merged(b, a);
    String second = AGENT.merged(c, b);
    AGENT.get(a).then().body("customerId", equalTo(c)).body("contacts.value", contains(phone));

    AGENT.undo(first).then().statusCode(409).body("mergeId", equalTo(second));
    AGENT.undo(second).then().statusCode(202);
    AGENT.get(a).then().body("customerId", equalTo(b)).body("contacts.value", contains(phone));
    AGENT.get(c).then().body("contacts", empty()).body("version", equalTo(3));
    AGENT.undo(first).then().statusCode(202);
    AGENT.get(a).then().body("customerId", equalTo(a)).body("contacts.value", contains(phone));
    AGENT.get(b).then().body("contacts", empty());
    AGENT.undo(first).then().statusCode(409).body("type", equalTo("/problems/merge-undone"));
  }

  @Test
  void merges_of_one_survivor_are_undone_the_last_first() {
    String survivor = ACME.registered(known("Siti"));
    String first = AGENT.merged(survivor, ACME.registered(known("Siti R.")));
    String second = AGENT.merged(survivor, ACME.registered(known("S. Rahma")));
    AGENT
        .undo(first)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/merge-built-upon"))
        .body("mergeId", equalTo(second));
  }

  @Test
  void what_can_not_be_merged_is_refused() {
    String one = ACME.registered(known("Siti"));
    String two = ACME.registered(known("Siti R."));
    AGENT.merge(one, one).then().statusCode(422).body("errors[0].pointer", equalTo("/merged"));
    AGENT
        .merge(UUID.randomUUID().toString(), one)
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/survivor"));
    String company = ACME.registered(known("Siti Ltd").with("kind", "\"ORGANISATION\""));
    AGENT.merge(one, company).then().body("type", equalTo("/problems/different-kinds"));
    AGENT.merged(one, two);
    AGENT
        .merge(company, two)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/already-merged"))
        .body("mergedInto", equalTo(one));
    AGENT.merge(two, company).then().statusCode(409).body("mergedInto", equalTo(one));
  }

  @Test
  void crossing_merges_at_once_leave_no_loop() throws Exception {
    String a = ACME.registered(known("A"));
    String b = ACME.registered(known("B"));
    String c = ACME.registered(known("C"));
    List<List<String>> pairs =
        List.of(
            List.of(a, b),
            List.of(b, a),
            List.of(b, c),
            List.of(c, b),
            List.of(c, a),
            List.of(a, c));
    List<Integer> answers =
        AtOnce.times(6, i -> AGENT.merge(pairs.get(i).get(0), pairs.get(i).get(1)).statusCode());
    assertThat(answers).containsOnly(202, 409);
    assertThat(answers.stream().filter(status -> status == 202)).hasSize(2);
    String survivor = AGENT.get(a).path("customerId");
    for (String id : List.of(a, b, c)) {
      AGENT.get(id).then().statusCode(200).body("customerId", equalTo(survivor));
    }
    AGENT.get(survivor).then().body("identifiers.size()", equalTo(3));
  }

  @Test
  void an_undoing_and_a_merge_that_builds_on_the_merge_come_one_after_the_other() throws Exception {
    for (int again = 0; again < 5; again++) {
      String into = ACME.registered(known("Siti Rahma"));
      String survivor = ACME.registered(known("Siti R."));
      String merged = ACME.registered(known("S. Rahma"));
      String merge = AGENT.merged(survivor, merged);

      List<Integer> answers =
          AtOnce.times(
              2,
              which -> (which == 0 ? AGENT.undo(merge) : AGENT.merge(into, survivor)).statusCode());

      assertThat(answers.get(1)).isEqualTo(202);
      assertThat(answers.getFirst()).isIn(202, 409);
      boolean undone = answers.getFirst() == 202;
      AGENT.get(survivor).then().body("customerId", equalTo(into));
      AGENT
          .get(merged)
          .then()
          .body("customerId", equalTo(undone ? merged : into))
          .body("identifiers.size()", equalTo(undone ? 1 : 3));
      AGENT.get(into).then().body("identifiers.size()", equalTo(undone ? 2 : 3));
    }
  }

  @Test
  void each_partner_sees_what_came_for_its_record_under_either_id() {
    String secret = uniquePhone();
    Body hers = person("Siti Rahma").identifier("beta", unique()).phone(secret);
    String survivor = BETA.registered(hers);
    String merged = ACME.registered(other);
    ACME.get(survivor).then().statusCode(404);
    AGENT.merged(survivor, merged);

    for (String id : List.of(survivor, merged)) {
      ACME.get(id)
          .then()
          .statusCode(200)
          .body("customerId", equalTo(survivor))
          .body("name.full", equalTo("Siti R."))
          .body("contacts.value", contains(phone))
          .body("identifiers.source", contains("acme"))
          .body("partner", equalTo("acme"));
      BETA.get(id)
          .then()
          .body("name.full", equalTo("Siti Rahma"))
          .body("birthDate", nullValue())
          .body("contacts.value", contains(secret))
          .body("identifiers.source", contains("beta"));
    }
    ACME.find("phone", secret).then().body("items", empty());
    ACME.find("phone", phone).then().body("items.name.full", contains("Siti R."));
    BETA.find("phone", secret).then().body("items.customerId", contains(survivor));
    ACME.patch(merged, 2, "{\"contacts\":[]}")
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/shared-customer"));
  }

  @Test
  void a_customer_sees_itself_under_the_id_that_it_has() {
    String survivor = ACME.registered(known("Siti"));
    String merged = ACME.registered(other);
    AGENT.merged(survivor, merged);
    CustomerApi self = CustomerApi.customer(merged);
    self.get(merged).then().statusCode(200).body("customerId", equalTo(survivor));
    self.get(survivor).then().statusCode(200);
    CustomerApi.customer(UUID.randomUUID().toString()).get(survivor).then().statusCode(404);
  }

  @Test
  void a_correction_that_names_the_merged_one_corrects_the_survivor() {
    String survivor = ACME.registered(known("Siti"));
    String merged = ACME.registered(other);
    AGENT.merged(survivor, merged);
    ACME.patch(merged, 2, "{\"name\":{\"full\":\"Siti Rahma\"}}")
        .then()
        .statusCode(200)
        .body("customerId", equalTo(survivor))
        .body("version", equalTo(3));
  }

  @Test
  void only_the_companys_own_staff_merges() {
    String one = ACME.registered(known("Siti"));
    String two = ACME.registered(known("Siti R."));
    ACME.merge(one, two).then().statusCode(403);
    CustomerApi.customer(one).merge(one, two).then().statusCode(403);
    ACME.undo(UUID.randomUUID().toString()).then().statusCode(403);
    AGENT.undo(UUID.randomUUID().toString()).then().statusCode(404);
  }

  private static void addPhone(String id, String number) {
    List<String> all = AGENT.get(id).path("contacts.findAll{it.type=='PHONE'}.value");
    StringBuilder patch = new StringBuilder("{\"contacts\":[");
    all.forEach(one -> patch.append("{\"type\":\"PHONE\",\"value\":\"").append(one).append("\"},"));
    patch.append("{\"type\":\"PHONE\",\"value\":\"").append(number).append("\"}]}");
    int version = AGENT.get(id).path("version");
    AGENT.patch(id, version, patch.toString()).then().statusCode(200);
  }
}
