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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The survivor is Beta's record, the other one Acme's and surer of what it says. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedHistoryTest {

  private final String hers = uniquePhone();
  private final String his = uniquePhone();

  private String survivor = "";
  private String merged = "";

  @BeforeEach
  void twoRecords() {
    survivor =
        BETA.registered(
            person("Siti Rahma")
                .identifier("beta", unique())
                .phone(hers)
                .with("occupation", "\"Guru\"")
                .with("source", source("WEB", 0.5)));
    merged =
        ACME.registered(
            known("Siti R.")
                .phone(his)
                .with("birthDate", "\"1990-04-21\"")
                .with("source", source("MEMBER_CARD", 0.9)));
  }

  @Test
  void a_value_of_the_merged_record_keeps_its_source() {
    AGENT.merged(survivor, merged);
    JsonPath of = provenance(AGENT, survivor);
    for (String pointer : new String[] {"/name", "/birthDate", "/contacts/1", "/identifiers/1"}) {
      assertThat(of.getString(value(pointer) + "record")).as(pointer).isEqualTo(merged);
      assertThat(of.getInt(value(pointer) + "version")).isEqualTo(1);
      assertThat(of.getString(value(pointer) + "source.form")).isEqualTo("MEMBER_CARD");
      assertThat(of.getFloat(value(pointer) + "source.confidence")).isEqualTo(0.9f);
      assertThat(of.getString(value(pointer) + "partner")).isEqualTo("acme");
    }
    for (String pointer : new String[] {"/occupation", "/contacts/0", "/identifiers/0"}) {
      assertThat(of.getString(value(pointer) + "record")).as(pointer).isNull();
      assertThat(of.getString(value(pointer) + "partner")).isEqualTo("beta");
    }
    assertThat(of.getString(value("/name") + "value")).isEqualTo("Siti R.");
  }

  @Test
  void it_keeps_it_through_a_chain_of_merges_and_when_it_is_split_off() {
    String last = BETA.registered(person("S.").identifier("beta", unique()));
    String first = AGENT.merged(survivor, merged);
    String second = AGENT.merged(last, survivor);
    JsonPath chained = provenance(AGENT, last);
    assertThat(chained.getString(value("/birthDate") + "record")).isEqualTo(merged);
    assertThat(chained.getString(value("/occupation") + "record")).isEqualTo(survivor);
    assertThat(chained.getString("values.find{it.value=='" + his + "'}.record")).isEqualTo(merged);

    AGENT.undo(second).then().statusCode(202);
    AGENT.undo(first).then().statusCode(202);
    for (String id : new String[] {survivor, merged}) {
      JsonPath back = provenance(AGENT, id);
      assertThat(back.getList("values.record")).as(id).containsOnlyNulls();
      assertThat(back.getList("values.version", Integer.class)).containsOnly(1);
    }
    assertThat(provenance(AGENT, survivor).getString(value("/name") + "source.form"))
        .isEqualTo("WEB");
  }

  @Test
  void a_correction_for_the_merged_record_goes_with_it_and_tells_that_the_survivor_had_it() {
    String merge = AGENT.merged(survivor, merged);
    AGENT.patch(merged, 2, "{\"birthDate\":\"1990-12-04\"}").then().statusCode(200);
    AGENT.undo(merge).then().statusCode(202);
    AGENT.get(survivor).then().body("birthDate", nullValue());
    AGENT.get(merged).then().body("birthDate", equalTo("1990-12-04"));
    JsonPath of = provenance(AGENT, merged);
    assertThat(of.getString(value("/birthDate") + "record")).isEqualTo(survivor);
    assertThat(of.getInt(value("/birthDate") + "version")).isEqualTo(3);
    assertThat(of.getString(value("/birthDate") + "source.form")).isEqualTo("CORRECTION");
  }

  @Test
  void each_id_is_read_as_it_was_before_the_merge_and_after_it_and_after_the_split() {
    String before = AGENT.get(merged).path("changedAt");
    String merge = AGENT.merged(survivor, merged);
    String united = AGENT.get(survivor).path("changedAt");
    for (boolean split : new boolean[] {false, true}) {
      if (split) {
        AGENT.undo(merge).then().statusCode(202);
      }
      asOf(AGENT, survivor, before)
          .then()
          .body("name.full", equalTo("Siti Rahma"))
          .body("contacts.value", contains(hers));
      asOf(AGENT, merged, before)
          .then()
          .body("customerId", equalTo(merged))
          .body("mergedInto", nullValue())
          .body("name.full", equalTo("Siti R."))
          .body("partner", equalTo("acme"))
          .body("contacts.value", contains(his));
      for (String id : new String[] {survivor, merged}) {
        asOf(AGENT, id, united)
            .then()
            .body("customerId", equalTo(survivor))
            .body("mergedInto", id.equals(merged) ? equalTo(survivor) : nullValue())
            .body("version", equalTo(2))
            .body("contacts.value", contains(hers, his));
      }
    }
    asOf(AGENT, merged, AGENT.get(merged).path("changedAt"))
        .then()
        .body("customerId", equalTo(merged))
        .body("contacts.value", contains(his));
  }

  @Test
  void the_history_of_both_tells_of_the_merge_and_of_the_split() {
    String merge = AGENT.merged(survivor, merged);
    AGENT.undo(merge).then().statusCode(202);
    for (String id : new String[] {survivor, merged}) {
      history(AGENT, id)
          .then()
          .statusCode(200)
          .body("items.version", contains(3, 2, 1))
          .body("items[0].source.form", equalTo("UNMERGE"))
          .body("items[1].source.form", equalTo("MERGE"))
          .body("items.mergeId", contains(merge, merge, null))
          .body("items[0].by", notNullValue());
    }
    history(AGENT, survivor)
        .then()
        .body(
            "items[1].changed", containsInAnyOrder("name", "birthDate", "contacts", "identifiers"))
        .body("items[1].before.contacts.value", contains(hers))
        .body("items[1].after.contacts.value", contains(hers, his))
        .body("items[0].after.contacts.value", contains(hers));
    history(AGENT, merged)
        .then()
        .body("items.changed", contains(hasSize(0), hasSize(0), hasSize(4)));
  }

  @Test
  void a_partner_learns_nothing_of_the_others_record_neither_while_merged_nor_later() {
    String before = AGENT.get(merged).path("changedAt");
    String merge = AGENT.merged(survivor, merged);
    String united = AGENT.get(survivor).path("changedAt");
    asOf(ACME, merged, before).then().statusCode(200).body("name.full", equalTo("Siti R."));
    assertShared(asOf(ACME, survivor, before));
    assertShared(history(ACME, survivor));
    assertThat(provenance(ACME, merged).getList("values.partner", String.class))
        .doesNotContain("beta");
    assertThat(provenance(BETA, survivor).getList("values.value", String.class))
        .contains("Siti Rahma", hers)
        .doesNotContain("Siti R.", his);

    for (boolean split : new boolean[] {false, true}) {
      if (split) {
        AGENT.undo(merge).then().statusCode(202);
      }
      assertShared(asOf(ACME, merged, united));
      assertShared(asOf(BETA, survivor, united));
      history(BETA, survivor)
          .then()
          .statusCode(200)
          .body("items.find{it.version==2}.changed", nullValue())
          .body("items.find{it.version==1}.changed", hasSize(4));
      assertThat(history(BETA, survivor).asString()).doesNotContain("Siti R.\"", his, "acme");
      assertThat(history(ACME, merged).asString()).doesNotContain("Siti Rahma", hers, "beta");
    }
    asOf(ACME, survivor, before).then().statusCode(404);
    history(BETA, survivor).then().body("items.version", contains(3, 2, 1));
  }

  private static void assertShared(Response answer) {
    answer.then().statusCode(409).body("type", equalTo("/problems/shared-customer"));
  }

  private static String source(String form, double confidence) {
    return "{\"form\":\"%s\",\"receivedAt\":\"2026-01-05T03:00:00Z\",\"confidence\":%s}"
        .formatted(form, confidence);
  }

  private static String value(String pointer) {
    return "values.find{it.pointer=='" + pointer + "'}.";
  }

  private static JsonPath provenance(CustomerApi caller, String id) {
    return caller
        .call()
        .get("/v1/customers/{id}/provenance", id)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Response history(CustomerApi caller, String id) {
    return caller.call().get("/v1/customers/{id}/history", id);
  }

  private static Response asOf(CustomerApi caller, String id, String time) {
    return caller.call().queryParam("asOf", time).get("/v1/customers/{id}", id);
  }
}
