package io.github.langgan.customer.webhook;

import static io.github.langgan.customer.testing.Body.unique;
import static io.github.langgan.customer.webhook.WebhookApi.ACME;
import static io.github.langgan.customer.webhook.WebhookApi.BETA;
import static io.github.langgan.customer.webhook.WebhookApi.OPERATOR;
import static io.github.langgan.customer.webhook.WebhookApi.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who keeps which webhooks. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class WebhookTest {

  private static final String TYPE = "customer.updated";

  @Inject Jdbi jdbi;

  private static String url() {
    return "https://hooks.example.com/" + unique();
  }

  private List<String> audited(String webhook) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT action FROM audit_entry WHERE subject_id = :id ORDER BY at")
                .bind("id", webhook)
                .mapTo(String.class)
                .list());
  }

  @Test
  void a_webhook_is_registered_and_its_secret_is_told_once_and_stored_nowhere() {
    String url = url();
    Response answer = ACME.register(body(url, TYPE, "consent.recorded"));
    answer
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("url", equalTo(url))
        .body("eventTypes", contains("consent.recorded", TYPE))
        .body("state", equalTo("ENABLED"))
        .body("partner", equalTo("acme"))
        .body("secret", startsWith("whsec_"));
    String id = answer.path("webhookId");
    byte[] secret =
        Base64.getDecoder().decode(answer.<String>path("secret").substring("whsec_".length()));
    assertThat(secret).hasSize(32);

    ACME.get("/" + id).then().statusCode(200).body("secret", nullValue());
    ACME.get("").then().body("items.webhookId", hasItem(id));
    assertThat(EveryTable.thatHolds(HexFormat.of().formatHex(secret), jdbi)).isEmpty();
    assertThat(EveryTable.thatHolds(answer.path("secret"), jdbi)).isEmpty();
    ACME.delete(id).then().statusCode(204);
    ACME.get("/" + id).then().statusCode(404);
    ACME.delete(id).then().statusCode(404);
    assertThat(audited(id)).containsExactly("webhook.registered", "webhook.deleted");
  }

  @Test
  void the_same_again_is_the_same_and_one_url_has_one_webhook_of_an_owner() {
    String url = url();
    String id = ACME.registered(url, TYPE).id();

    ACME.register(body(url, TYPE))
        .then()
        .statusCode(200)
        .body("webhookId", equalTo(id))
        .body("secret", nullValue());
    ACME.register(body(url, TYPE, "consent.recorded"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/webhook-url-taken"))
        .body("webhookId", equalTo(id));
    String theirs = BETA.registered(url, TYPE).id();
    assertThat(theirs).isNotEqualTo(id);
    BETA.delete(theirs);
    ACME.delete(id);
  }

  @Test
  void anothers_webhook_is_as_good_as_missing_but_staff_sees_all() {
    String id = ACME.registered(url(), TYPE).id();
    for (String webhook : List.of(id, UUID.randomUUID().toString())) {
      String message = UUID.randomUUID().toString();
      BETA.get("/" + webhook).then().statusCode(404);
      BETA.patch(webhook, 1, "{\"state\":\"DISABLED\"}").then().statusCode(404);
      BETA.delete(webhook).then().statusCode(404);
      BETA.post("/" + webhook + "/secret", "{}").then().statusCode(404);
      BETA.post("/" + webhook + "/test").then().statusCode(404);
      BETA.get("/" + webhook + "/deliveries").then().statusCode(404);
      BETA.post("/" + webhook + "/deliveries/" + message + "/redelivery").then().statusCode(404);
      BETA.post(
              "/" + webhook + "/replay",
              "{\"since\":\"2026-01-01T00:00:00Z\",\"until\":\"2026-01-02T00:00:00Z\"}")
          .then()
          .statusCode(404);
    }
    BETA.get("").then().body("items.webhookId", not(hasItem(id)));
    OPERATOR.get("?partner=acme").then().body("items.webhookId", hasItem(id));
    OPERATOR.get("?partner=beta").then().body("items.webhookId", not(hasItem(id)));
    OPERATOR.patch(id, 1, "{\"state\":\"DISABLED\"}").then().statusCode(200);
    ACME.get("/" + id).then().body("state", equalTo("DISABLED"));
    ACME.delete(id);
  }

  @Test
  void only_partners_and_those_who_run_the_company_have_webhooks() {
    new WebhookApi(CustomerApi.AGENT).register(body(url(), TYPE)).then().statusCode(403);
    String customer = Tokens.of("operator", Map.of("customer_id", UUID.randomUUID().toString()));
    WebhookApi oneself = new WebhookApi(new CustomerApi(customer));
    oneself.register(body(url(), TYPE)).then().statusCode(403);
    oneself.get("").then().statusCode(403);
  }

  @Test
  void a_partner_is_not_told_of_what_it_can_not_read() {
    ACME.register(body(url(), TYPE, "points.earned", "customer.erasure-requested"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/eventTypes/1", "/eventTypes/2"))
        .body("errors.code", contains("not-for-partners", "not-for-partners"));
    for (String type : List.of("points.stolen", "access.prepared", "person-key.created")) {
      OPERATOR
          .register(body(url(), type))
          .then()
          .statusCode(422)
          .body("errors.code", contains("unknown"));
    }
    Registered staff = OPERATOR.registered(url(), "points.earned");
    OPERATOR.delete(staff.id());
    String own = ACME.registered(url(), TYPE).id();
    OPERATOR.patch(own, 1, "{\"eventTypes\":[\"points.earned\"]}").then().statusCode(422);
    ACME.delete(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.com/",
        "https://hooks.example.com:25/",
        "https://user:secret@hooks.example.com/",
        "https://127.0.0.1/",
        "https://[::ffff:169.254.169.254]/",
        "https://10.1.2.3/",
        "https://no-such-host.test/"
      })
  void a_target_that_is_not_public_is_refused(String url) {
    ACME.register(body(url, TYPE))
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/webhook-target"))
        .body("errors.pointer", contains("/url"));
    Registered known = ACME.registered(url(), TYPE);
    ACME.patch(known.id(), 1, "{\"url\":\"" + url + "\"}")
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/webhook-target"));
    ACME.delete(known.id());
  }

  @Test
  void a_change_names_the_version_that_it_changes() {
    Registered webhook = ACME.registered(url(), TYPE);
    String id = webhook.id();

    ACME.patch(id, 1, "{\"description\":\"Tills\"}").then().statusCode(200).header("ETag", "\"2\"");
    ACME.patch(id, 1, "{\"description\":\"Shops\"}").then().statusCode(412);
    ACME.patch(id, 2, "{\"description\":\"Tills\"}").then().statusCode(200).header("ETag", "\"2\"");
    ACME.patch(id, 2, "{\"state\":\"DISABLED\",\"eventTypes\":[\"consent.recorded\"]}")
        .then()
        .statusCode(200)
        .body("state", equalTo("DISABLED"))
        .body("description", equalTo("Tills"))
        .body("eventTypes", contains("consent.recorded"));
    String other = ACME.registered(url(), TYPE).id();
    ACME.patch(other, 1, "{\"url\":\"" + ACME.webhook(id).getString("url") + "\"}")
        .then()
        .statusCode(409)
        .body("webhookId", equalTo(id));
    ACME.delete(id);
    ACME.delete(other);
  }
}
