package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;
import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static io.github.langgan.customer.webhook.WebhookApi.BETA;
import static io.github.langgan.customer.webhook.WebhookApi.OPERATOR;
import static io.github.langgan.customer.webhook.WebhookApi.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody is told what is another's. */
@QuarkusTest
class PartnersShareTest extends WebhookTestBase {

  /** What is decided for all who want an event is decided at once: then the others are, too. */
  private void awaitTaken(Registered staffs, int count) {
    await().untilAsserted(() -> assertThat(types(OPERATOR, staffs)).hasSize(count));
  }

  private List<String> types(WebhookApi owner, Registered webhook) {
    return owner.deliveries(webhook.id()).getList("items.type");
  }

  private List<String> keys(WebhookApi owner, Registered webhook) {
    return owner.deliveries(webhook.id()).getList("items.key");
  }

  private Registered at(WebhookApi owner, String... types) {
    return registered(owner, receiver.url() + "/" + unique(), types);
  }

  @Test
  void a_partner_is_told_of_the_customers_that_it_registered() {
    String[] types = {"customer.registered", UPDATED};
    Registered acmes = at(ACME, types);
    Registered betas = at(BETA, types);
    Registered staffs = at(OPERATOR, types);
    String siti = customer(ACME);
    String budi = customer(BETA);
    String dewi = AGENT.registered(known("Dewi"));
    change(ACME, siti, 1);
    awaitTaken(staffs, 4);

    assertThat(keys(OPERATOR, staffs)).contains(siti, budi, dewi);
    assertThat(types(ACME, acmes)).containsExactly(UPDATED, "customer.registered");
    assertThat(keys(ACME, acmes)).containsOnly(siti);
    assertThat(keys(BETA, betas)).containsExactly(budi);
  }

  @Test
  void
      of_a_merged_customer_all_who_registered_a_part_are_told_and_of_the_merge_whose_id_it_changed() {
    String siti = customer(BETA);
    String double_ = customer(ACME);
    String[] types = {UPDATED, "customer.merged", "consent.recorded"};
    Registered acmes = at(ACME, types);
    Registered betas = at(BETA, types);
    Registered staffs = at(OPERATOR, types);
    AGENT.merged(siti, double_);
    awaitTaken(staffs, 2);
    consent(siti);
    consent(double_);
    awaitTaken(staffs, 4);

    assertThat(types(ACME, acmes))
        .containsExactlyInAnyOrder(UPDATED, "customer.merged", "consent.recorded");
    assertThat(types(BETA, betas)).containsExactlyInAnyOrder(UPDATED, "consent.recorded");
    assertThat(keys(ACME, acmes)).contains(double_);
    assertThat(keys(BETA, betas)).doesNotContain(double_);
  }

  private void consent(String customer) {
    topics.publish(
        "crm.customer",
        UUID.fromString(customer),
        "consent.recorded",
        "{\"customerId\":\"%s\",\"kind\":\"GRANTED\"}".formatted(customer));
  }

  @Test
  void a_partner_is_told_of_the_transactions_that_it_pushed() {
    Registered acmes = at(ACME, "transaction.recorded");
    Registered betas = at(BETA, "transaction.recorded");
    Registered staffs = at(OPERATOR, "transaction.recorded");
    String customer = customer(BETA);
    String pushed = "{\"partner\":\"%s\",\"customerId\":\"" + customer + "\",\"total\":\"35.64\"}";
    UUID acme = publish("transaction.recorded", pushed.formatted("acme"));
    UUID beta = publish("transaction.recorded", pushed.formatted("beta"));
    publish("transaction.recorded", pushed.formatted("gamma"));
    awaitTaken(staffs, 3);

    assertThat(ids(ACME, acmes)).containsExactly(acme.toString());
    assertThat(ids(BETA, betas)).containsExactly(beta.toString());
  }

  private UUID publish(String type, String json) {
    return topics.publish("crm.profile", UUID.randomUUID(), type, json);
  }

  private List<String> ids(WebhookApi owner, Registered webhook) {
    return owner.deliveries(webhook.id()).getList("items.messageId");
  }

  @Test
  void a_partner_is_told_of_the_parties_and_relationships_that_it_stated() {
    String[] types = {"party.registered", "relationship.established"};
    Registered acmes = at(ACME, types);
    Registered betas = at(BETA, types);
    Registered staffs = at(OPERATOR, types);
    String siti = customer(ACME);
    String party =
        post(ACME, "/v1/parties", "{\"kind\":\"PERSON\",\"name\":{\"full\":\"Budi\"}}", "partyId");
    String related =
        post(
            ACME,
            "/v1/relationships",
            "{\"type\":\"SPOUSE\",\"from\":{\"customerId\":\"%s\"},\"to\":{\"partyId\":\"%s\"}}"
                .formatted(siti, party),
            "relationshipId");
    awaitTaken(staffs, 2);

    assertThat(keys(ACME, acmes)).containsExactlyInAnyOrder(party, related);
    assertThat(keys(BETA, betas)).isEmpty();
  }

  private static String post(WebhookApi by, String path, String json, String id) {
    return by.caller()
        .call()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType(ContentType.JSON)
        .body(json)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path(id);
  }

  @Test
  void nothing_personal_is_stored_to_be_sent() {
    String canary = Body.uniqueWord();
    Registered staffs = at(OPERATOR, "customer.registered", UPDATED, "interaction.recorded");
    String siti =
        AGENT.registered(
            known(canary).email(canary + "@example.com").with("occupation", "\"" + canary + "\""));
    AGENT.patch(siti, 1, "{\"name\":{\"full\":\"x" + canary + "\"}}").then().statusCode(200);
    topics.publish(
        "crm.profile",
        UUID.fromString(siti),
        "interaction.recorded",
        "{\"customerId\":\"%s\",\"person\":{\"summary\":\"%s\"}}".formatted(siti, canary));
    awaitTaken(staffs, 3);

    assertThat(EveryTable.thatHolds(canary, jdbi))
        .contains("customer")
        .doesNotContain("webhook_message", "webhook_delivery");
    assertThat(receiver.told(3)).noneMatch(told -> told.body().contains(canary));
  }

  @Test
  void what_happened_before_a_webhook_was_there_is_not_for_it() {
    Registered staffs = at(OPERATOR, "score.updated");
    UUID customer = UUID.randomUUID();
    String json = "{\"customerId\":\"" + customer + "\"}";
    topics.publish(
        "crm.analytics",
        customer,
        "score.updated",
        json,
        Map.of("ce_time", "2020-01-05T03:00:00Z"));
    UUID now = topics.publish("crm.analytics", customer, "score.updated", json);
    awaitTaken(staffs, 1);

    assertThat(ids(OPERATOR, staffs)).containsExactly(now.toString());
  }

  @Test
  void nothing_is_stored_of_events_that_nobody_wants() {
    Registered staffs = at(OPERATOR, "score.updated");
    Registered off = at(OPERATOR, "clock.breached");
    OPERATOR.patch(off.id(), 1, "{\"state\":\"DISABLED\"}").then().statusCode(200);
    UUID customer = UUID.randomUUID();
    UUID unwanted =
        topics.publish(
            "crm.complaint", customer, "clock.breached", "{\"customerId\":\"" + customer + "\"}");
    UUID after =
        topics.publish(
            "crm.complaint",
            customer,
            "merge.previewed",
            "{\"proposalId\":\"%s\",\"effects\":{}}".formatted(UUID.randomUUID()));
    await().until(() -> isInInbox(after));
    score(customer);
    awaitTaken(staffs, 1);

    assertThat(isInInbox(unwanted)).isFalse();
    assertThat(ids(OPERATOR, off)).isEmpty();
    OPERATOR
        .register(body("https://hooks.example.com/" + unique(), "merge.previewed"))
        .then()
        .statusCode(422);
  }

  private boolean isInInbox(UUID event) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM inbox WHERE event_id = :id)")
                .bind("id", event)
                .mapTo(Boolean.class)
                .one());
  }
}
