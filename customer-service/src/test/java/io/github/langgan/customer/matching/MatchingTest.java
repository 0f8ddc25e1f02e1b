package io.github.langgan.customer.matching;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.person;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.Body.uniquePhone;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.testing.CustomerApi.BETA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MatchingTest {

  @Inject Jdbi jdbi;

  private final String name = "Siti " + word() + " " + word();
  private final String phone = uniquePhone();

  @BeforeEach
  void by_the_rules_that_every_installation_begins_with() {
    jdbi.useHandle(handle -> handle.execute("DELETE FROM match_rules"));
  }

  @Test
  void two_records_of_one_person_find_each_other_and_say_why() {
    String first = ACME.registered(siti().phone(phone));
    String second = ACME.registered(siti().phone(phone));

    JsonPath matches = matches(AGENT, second);

    assertThat(matches.getList("items.otherCustomerId")).containsExactly(first);
    assertThat(matches.getString("items[0].band")).isEqualTo("SAME");
    assertThat(matches.getDouble("items[0].probability")).isBetween(0.99, 1.0);
    assertThat(matches.getList("items[0].fields.field"))
        .containsExactly("NAME", "BIRTH_DATE", "PHONE");
    assertThat(matches.getList("items[0].fields.agreement"))
        .containsExactly("SAME", "SAME", "SAME");
    List<Float> weights = matches.getList("items[0].fields.weight");
    assertThat(weights.stream().mapToDouble(Float::doubleValue).sum())
        .isCloseTo(matches.getDouble("items[0].weight"), within(0.05));
    assertThat(matches(AGENT, first).getList("items.otherCustomerId")).containsExactly(second);
  }

  @Test
  void a_mistyped_name_and_date_are_seen_through() {
    String[] words = name.split(" ");
    String mistyped = words[2] + " Sity " + words[1];
    String first = ACME.registered(siti().phone(phone));
    String second =
        ACME.registered(known(mistyped).with("birthDate", "\"1990-04-12\"").phone(phone));

    assertThat(matches(AGENT, second).getList("items.otherCustomerId")).containsExactly(first);
    assertThat(matches(AGENT, first).getList("items[0].fields.agreement"))
        .startsWith("CLOSE", "CLOSE", "SAME");
  }

  @Test
  void a_family_that_shares_a_telephone_is_not_one_person() {
    String mother = ACME.registered(siti().phone(phone));
    String father =
        ACME.registered(
            known("Bambang " + word()).with("birthDate", "\"1962-11-30\"").phone(phone));

    assertThat(matches(AGENT, father).getList("items")).isEmpty();
    assertThat(matches(AGENT, mother).getList("items")).isEmpty();
  }

  @Test
  void a_national_number_speaks_for_one_person() {
    String number = unique();
    String first =
        ACME.registered(person(name).identifier("nik", number).identifier("acme", "A1" + number));
    String second =
        ACME.registered(person(name).identifier("nik", number).identifier("acme", "A2" + number));

    JsonPath matches = matches(AGENT, second);

    assertThat(matches.getList("items.otherCustomerId")).containsExactly(first);
    assertThat(matches.getList("items[0].fields.field")).containsExactly("NAME", "IDENTIFIER");
    assertThat(matches.getList("items[0].fields.agreement")).containsExactly("SAME", "SAME");
  }

  @Test
  void what_lies_between_is_for_review() {
    String first = ACME.registered(siti().phone(phone));
    String second = ACME.registered(known(name).phone(phone));

    assertThat(matches(AGENT, second).getString("items[0].otherCustomerId")).isEqualTo(first);
    assertThat(matches(AGENT, first).getString("items[0].band")).isEqualTo("REVIEW");
  }

  @Test
  void a_correction_is_compared_anew_and_unmakes_what_was_found() {
    String first = ACME.registered(siti().phone(phone));
    String second = ACME.registered(siti().phone(phone));
    assertThat(matches(AGENT, second).getList("items")).hasSize(1);

    String another = "{\"name\":{\"full\":\"Bambang %s\"},\"birthDate\":\"1962-11-30\"}";
    ACME.patch(second, 1, another.formatted(word())).then().statusCode(200);

    assertThat(matches(AGENT, second).getList("items")).isEmpty();
    assertThat(matches(AGENT, first).getList("items")).isEmpty();
  }

  @Test
  void those_of_one_batch_are_compared_with_each_other() {
    List<Body> twins = IntStream.range(0, 40).mapToObj(i -> siti().phone(phone)).toList();
    List<String> ids = ACME.registerAll(twins).path("items.customerId");

    for (String id : List.of(ids.getFirst(), ids.getLast())) {
      await().untilAsserted(() -> assertThat(matches(AGENT, id).getList("items")).hasSize(39));
    }
  }

  @Test
  void what_another_process_has_compared_meanwhile_is_known_too() {
    matches(AGENT, ACME.registered(siti().phone(phone)));
    String unheardOf = ACME.importedUnmatched(List.of(siti().phone(phone))).getFirst();
    jdbi.useHandle(handle -> handle.execute("UPDATE match_index SET position = position + 1"));

    String second = ACME.registered(siti().phone(phone));

    assertThat(matches(AGENT, second).getList("items.otherCustomerId"))
        .hasSize(2)
        .contains(unheardOf);
  }

  @Test
  void an_organisation_is_no_person() {
    String person = ACME.registered(person(name).identifier("acme", unique()).phone(phone));
    String company = ACME.registered(known(name).with("kind", "\"ORGANISATION\"").phone(phone));

    assertThat(matches(AGENT, person).getList("items")).isEmpty();
    assertThat(matches(AGENT, company).getList("items")).isEmpty();
  }

  @Test
  void partners_see_their_own_customers_only_and_customers_nobody() {
    String ours = ACME.registered(siti().phone(phone));
    String theirs =
        BETA.registered(
            person(name)
                .with("birthDate", "\"1990-04-21\"")
                .identifier("beta", unique())
                .phone(phone));

    assertThat(matches(AGENT, theirs).getList("items.otherCustomerId")).containsExactly(ours);
    assertThat(matches(ACME, ours).getList("items")).isEmpty();
    assertThat(matches(CustomerApi.customer(ours), ours).getList("items")).isEmpty();
    BETA.call().get("/v1/customers/{id}/matches", ours).then().statusCode(404);
  }

  private Body siti() {
    return known(name).with("birthDate", "\"1990-04-21\"");
  }

  /** Once the record is compared. */
  private static JsonPath matches(CustomerApi caller, String id) {
    return await()
        .until(
            () ->
                caller
                    .call()
                    .get("/v1/customers/{id}/matches", id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath(),
            found -> !found.getBoolean("pending"));
  }

  /** That no other test uses. */
  private static String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append("bdgjklmnprst".charAt(ThreadLocalRandom.current().nextInt(12)));
      word.append("aiueo".charAt(ThreadLocalRandom.current().nextInt(5)));
    }
    return word.toString();
  }
}
