package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.ACME;
import static io.github.langgan.customer.network.NetworkApi.MANAGER;
import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.organisation;
import static io.github.langgan.customer.testing.Body.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.github.langgan.customer.webhook.WebhookApi;
import io.github.langgan.customer.webhook.WebhookApi.Registered;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By what programs partners call. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PartnershipTest {

  private static String partner() {
    return STAFF.registered(organisation("Acme", ",\"roles\":[{\"role\":\"PARTNER\"}]" + known()));
  }

  private static Response put(NetworkApi caller, String party, String body) {
    return caller
        .caller()
        .call()
        .contentType(ContentType.JSON)
        .body(body)
        .put("/v1/parties/{id}/clients", party);
  }

  private static String clients(String name, String client, boolean enabled) {
    return """
    {"partnerName":"%s","clients":[{"clientId":"%s","scopes":["transactions:write"],"enabled":%s}]}
    """
        .formatted(name, client, enabled);
  }

  @Test
  void a_partner_is_found_by_the_name_in_its_tokens_with_its_clients() {
    String party = partner();
    String name = "p" + unique();
    String client = unique();

    MANAGER.get("/v1/parties/" + party + "/clients").then().body("clients", empty());
    put(MANAGER, party, clients(name, client, true)).then().statusCode(200);
    put(MANAGER, party, clients(name, client, false)).then().statusCode(200);

    STAFF
        .get("/v1/parties/" + party + "/clients")
        .then()
        .statusCode(200)
        .body("partnerName", equalTo(name))
        .body("clients.clientId", contains(client))
        .body("clients.scopes", contains(List.of("transactions:write")))
        .body("clients.enabled", contains(false));
    STAFF.get("/v1/parties?partnerName=" + name).then().body("items.partyId", contains(party));
    put(MANAGER, party, "{\"clients\":[]}").then().body("partnerName", nullValue());
    STAFF.get("/v1/parties?partnerName=" + name).then().body("items", empty());
  }

  @Test
  void where_a_partner_is_told_of_events_is_seen_with_its_clients() {
    String party = partner();
    String name = "p" + unique();
    WebhookApi itself = new WebhookApi(new CustomerApi(Tokens.partner(name)));
    String url = "https://hooks.example.com/" + unique();
    Registered webhook = itself.registered(url, "customer.updated");
    WebhookApi.BETA.registered("https://hooks.example.com/" + unique(), "customer.updated");

    put(MANAGER, party, clients(name, unique(), true))
        .then()
        .statusCode(200)
        .body("webhooks.webhookId", contains(webhook.id()));
    STAFF
        .get("/v1/parties/" + party + "/clients")
        .then()
        .body("webhooks.size()", equalTo(1))
        .body("webhooks[0].url", equalTo(url))
        .body("webhooks[0].eventTypes", contains("customer.updated"))
        .body("webhooks[0].enabled", equalTo(true));
  }

  @Test
  void a_name_and_a_client_belong_to_one_partner() {
    String party = partner();
    String other = partner();
    String name = "p" + unique();
    String client = unique();
    put(MANAGER, party, clients(name, client, true)).then().statusCode(200);

    put(MANAGER, other, clients(name, unique(), true))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/partner-client-taken"));
    put(MANAGER, other, clients("p" + unique(), client, true)).then().statusCode(409);
    STAFF
        .get("/v1/parties/" + other + "/clients")
        .then()
        .body("partnerName", nullValue())
        .body("clients", empty());
  }

  @Test
  void only_partners_have_clients_and_only_those_who_may_write_them_down() {
    String supplier = STAFF.registered(organisation("PT Sumber", known()));
    String party = partner();
    String own = ACME.registered(organisation("Acme", known()));

    put(MANAGER, supplier, clients("p" + unique(), unique(), true))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/no-partner"));
    put(STAFF, party, "{\"clients\":[]}").then().statusCode(403);
    put(ACME, own, "{\"clients\":[]}").then().statusCode(403);
    ACME.get("/v1/parties/" + own + "/clients").then().statusCode(403);
  }

  @Test
  void a_client_is_not_there_twice() {
    String twice =
        """
        {"clients":[{"clientId":"a","scopes":[],"enabled":true},
                    {"clientId":"a","scopes":[],"enabled":true}]}
        """;

    put(MANAGER, partner(), twice)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/clients/1/clientId"));
  }
}
