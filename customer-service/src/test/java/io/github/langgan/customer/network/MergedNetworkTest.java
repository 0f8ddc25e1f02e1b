package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.ACME;
import static io.github.langgan.customer.network.NetworkApi.BETA;
import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.customer;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.organisation;
import static io.github.langgan.customer.network.NetworkApi.partyNode;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relationships of records that become one customer, and two again. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergedNetworkTest {

  private String survivor = "";
  private String merged = "";
  private String budi = "";
  private String company = "";

  @BeforeEach
  void two_records_of_siti() {
    survivor = CustomerApi.ACME.registered(Body.known("Siti Rahma"));
    merged = CustomerApi.AGENT.registered(Body.known("Siti Rahma"));
    budi = CustomerApi.AGENT.registered(Body.known("Budi"));
    company = STAFF.registered(organisation("PT Sumber", known()));
  }

  @Test
  void they_are_those_of_the_survivor_and_come_back_at_the_split() {
    String home = STAFF.related("HOUSEHOLD", customer(merged), customer(budi), "");
    String work = STAFF.related("EMPLOYER", customer(survivor), partyNode(company), "");

    String merge = CustomerApi.AGENT.merged(survivor, merged);

    STAFF.relationshipsOf(survivor).then().body("items.relationshipId", contains(work, home));
    STAFF.relationshipsOf(merged).then().body("items.relationshipId", contains(work, home));
    STAFF.relationshipsOf(budi).then().body("items.other.customerId", contains(survivor));
    STAFF
        .get("/v1/customers/" + budi + "/network")
        .then()
        .body("items.node.customerId", contains(survivor, null))
        .body("items[1].node.partyId", equalTo(company));

    CustomerApi.AGENT.undo(merge).then().statusCode(202);

    STAFF.relationshipsOf(survivor).then().body("items.relationshipId", contains(work));
    STAFF.relationshipsOf(merged).then().body("items.relationshipId", contains(home));
    STAFF
        .get("/v1/customers/" + budi + "/network")
        .then()
        .body("items.node.customerId", contains(merged));
  }

  @Test
  void a_household_of_two_that_turn_out_to_be_one_is_no_relationship_until_they_are_split() {
    String home = STAFF.related("HOUSEHOLD", customer(survivor), customer(merged), "");
    STAFF.related("HOUSEHOLD", customer(merged), customer(budi), "");

    String merge = CustomerApi.AGENT.merged(survivor, merged);

    STAFF.relationshipsOf(survivor).then().body("items.other.customerId", contains(budi));
    STAFF
        .get("/v1/customers/" + survivor + "/network?depth=6")
        .then()
        .body("items.node.customerId", contains(budi));
    STAFF.get("/v1/relationships/" + home).then().statusCode(200);
    STAFF
        .relate("HOUSEHOLD", customer(survivor), customer(merged), "")
        .then()
        .statusCode(422)
        .body("errors.code", contains("same"));

    CustomerApi.AGENT.undo(merge).then().statusCode(202);
    STAFF
        .relationshipsOf(merged)
        .then()
        .body("items.other.customerId", containsInAnyOrder(survivor, budi));
  }

  @Test
  void two_that_both_records_had_are_one_step_and_what_is_sent_again_under_either_id_is_one() {
    STAFF.related("EMPLOYER", customer(survivor), partyNode(company), "");
    String merge = CustomerApi.AGENT.merged(survivor, merged);

    STAFF.relate("EMPLOYER", customer(merged), partyNode(company), "").then().statusCode(200);
    STAFF
        .relate("EMPLOYER", customer(merged), partyNode(company), ",\"strength\":0.1")
        .then()
        .statusCode(409);
    CustomerApi.AGENT.undo(merge).then().statusCode(202);
    STAFF.related("EMPLOYER", customer(merged), partyNode(company), "");
    CustomerApi.AGENT.merged(survivor, merged);

    STAFF
        .get("/v1/parties/" + company + "/network")
        .then()
        .body("items.node.customerId", contains(survivor));
  }

  @Test
  void what_is_said_of_a_merged_record_goes_with_it() {
    String merge = CustomerApi.AGENT.merged(survivor, merged);
    String work = STAFF.related("EMPLOYER", customer(merged), partyNode(company), "");

    STAFF.relationshipsOf(survivor).then().body("items.relationshipId", contains(work));
    CustomerApi.AGENT.undo(merge).then().statusCode(202);
    STAFF.relationshipsOf(survivor).then().body("items", empty());
    STAFF.relationshipsOf(merged).then().body("items.relationshipId", contains(work));
  }

  @Test
  void partners_still_see_what_they_brought_and_no_more() {
    String betas =
        CustomerApi.BETA.registered(Body.person("Siti Rahma").identifier("beta", Body.unique()));
    String shop = BETA.registered(organisation("Toko", known()));
    String office = ACME.registered(organisation("Kantor", known()));
    BETA.related("EMPLOYER", customer(betas), partyNode(shop), "");
    ACME.related("EMPLOYER", customer(survivor), partyNode(office), "");

    CustomerApi.AGENT.merged(survivor, betas);

    BETA.relationshipsOf(betas).then().body("items.other.name", contains("Toko"));
    ACME.relationshipsOf(survivor).then().body("items.other.name", contains("Kantor"));
    BETA.get("/v1/customers/" + betas + "/network")
        .then()
        .body("items.node.name", contains("Toko"));
    STAFF
        .get("/v1/customers/" + survivor + "/network")
        .then()
        .body("items.node.name", containsInAnyOrder("Toko", "Kantor"));
  }
}
