package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.ACME;
import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.customer;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.organisation;
import static io.github.langgan.customer.network.NetworkApi.partyNode;
import static io.github.langgan.customer.network.NetworkApi.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody within some steps of somebody. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class NetworkTest {

  private static final String SURE = ",\"strength\":%s,\"confirmedOn\":\"" + LocalDate.EPOCH + "\"";

  private static String personParty(String name) {
    return STAFF.registered(person(name, known()));
  }

  /** Of that strength on the day on which {@link #around} asks. */
  private static String strong(String strength) {
    return SURE.formatted(strength);
  }

  private static Response around(String party, String more) {
    return STAFF.get("/v1/parties/" + party + "/network?on=" + LocalDate.EPOCH + more);
  }

  private static String know(String from, String to, String strength) {
    return STAFF.related("REFERRED_BY", partyNode(from), partyNode(to), strong(strength));
  }

  @Test
  void each_is_met_once_by_the_strongest_of_the_shortest_paths_and_circles_do_no_harm() {
    String start = personParty("Start");
    String weak = personParty("Weak");
    String strong = personParty("Strong");
    String end = personParty("End");
    know(start, weak, "0.5");
    String first = know(strong, start, "0.8");
    know(weak, end, "0.9");
    String second = know(end, strong, "1");
    know(weak, strong, "1");

    Response found = around(start, "&depth=6");

    found
        .then()
        .statusCode(200)
        .body("around.partyId", equalTo(start))
        .body("items.node.partyId", contains(strong, weak, end))
        .body("items.distance", contains(1, 1, 2))
        .body("items.strength", contains(0.8f, 0.5f, 0.8f))
        .body("items[2].path.relationshipId", contains(first, second))
        .body("items[2].path.is", contains("REFERRED", "REFERRED"))
        .body("items[2].path.nodeId", contains(strong, end))
        .body("truncated", equalTo(false));
  }

  @Test
  void what_nobody_confirms_fades_on_the_way_as_it_does_alone() {
    String one = personParty("One");
    String two = personParty("Two");
    know(one, two, "0.8");
    String later = "?on=" + LocalDate.EPOCH.plusDays(1000);

    float alone =
        STAFF.get("/v1/parties/" + one + "/relationships" + later).path("items[0].strength");

    assertThat(alone).isGreaterThan(0.3f).isLessThan(0.4f);
    STAFF
        .get("/v1/parties/" + one + "/network" + later)
        .then()
        .body("items.strength", contains(alone));
  }

  @Test
  void nobody_is_met_beyond_the_depth() {
    String one = personParty("One");
    String two = personParty("Two");
    String three = personParty("Three");
    String four = personParty("Four");
    know(one, two, "1");
    know(two, three, "1");
    know(three, four, "1");

    around(one, "&depth=1").then().body("items.node.partyId", contains(two));
    around(one, "").then().body("items.node.partyId", contains(two, three));
    around(one, "&depth=3").then().body("items.node.partyId", contains(two, three, four));
    around(one, "&depth=7").then().statusCode(400);
    around(one, "&depth=0").then().statusCode(400);
  }

  @Test
  void only_relationships_of_the_types_that_are_in_force_on_the_day_are_gone_by() {
    String one = personParty("One");
    String two = personParty("Two");
    String three = personParty("Three");
    STAFF.related(
        "SPOUSE",
        partyNode(one),
        partyNode(two),
        ",\"validFrom\":\"2020-01-01\",\"validUntil\":\"2022-01-01\"");
    know(one, three, "1");
    String path = "/v1/parties/" + one + "/network?on=";

    STAFF
        .get(path + "2021-12-31")
        .then()
        .body("items.node.partyId", containsInAnyOrder(two, three));
    STAFF.get(path + "2022-01-01").then().body("items.node.partyId", contains(three));
    STAFF
        .get(path + "2021-12-31&types=SPOUSE,HOUSEHOLD")
        .then()
        .body("items.node.partyId", contains(two));
    STAFF.get(path + "2022-01-01&types=SPOUSE").then().body("items", empty());
    STAFF.get(path + "2022-01-01&types=FRIEND").then().statusCode(400);
  }

  @Test
  void of_more_than_are_asked_for_the_strongest_are_answered_and_that_there_are_more() {
    String hub = personParty("Hub");
    String weak = personParty("Weak");
    String strong = personParty("Strong");
    know(hub, weak, "0.4");
    know(hub, strong, "0.6");
    know(weak, personParty("Beyond"), "1");

    around(hub, "&limit=1")
        .then()
        .body("items.node.partyId", contains(strong))
        .body("truncated", equalTo(true));
    around(hub, "&depth=1&limit=2").then().body("truncated", equalTo(false));
    around(hub, "&limit=2").then().body("truncated", equalTo(true));
    around(hub, "&limit=1001").then().statusCode(400);
  }

  @Test
  void customers_and_parties_are_one_network() {
    String siti = CustomerApi.AGENT.registered(Body.known("Siti"));
    String budi = CustomerApi.AGENT.registered(Body.known("Budi"));
    String company = STAFF.registered(organisation("PT Sumber", known()));
    String asParty = STAFF.registered(person("Budi", ",\"customerId\":\"" + budi + "\""));
    STAFF.related("EMPLOYER", customer(siti), partyNode(company), "");
    STAFF.related("EMPLOYER", partyNode(asParty), partyNode(company), "");

    STAFF
        .get("/v1/customers/" + siti + "/network")
        .then()
        .statusCode(200)
        .body("around.customerId", equalTo(siti))
        .body("items.node.name", contains("PT Sumber", "Budi"))
        .body("items[1].node.customerId", equalTo(budi))
        .body("items[1].path.is", contains("EMPLOYER", "EMPLOYEE"));
    List<String> aroundBudi =
        STAFF.get("/v1/parties/" + asParty + "/network").path("items.node.name");
    assertThat(aroundBudi).containsExactly("PT Sumber", "Siti");
    new NetworkApi(NetworkApi.oneself(siti))
        .get("/v1/customers/" + siti + "/network")
        .then()
        .statusCode(403);
  }

  @Test
  void a_partner_goes_by_what_it_brought() {
    String siti = CustomerApi.ACME.registered(Body.known("Siti"));
    String budi = CustomerApi.ACME.registered(Body.known("Budi"));
    String ani = CustomerApi.ACME.registered(Body.known("Ani"));
    ACME.related("HOUSEHOLD", customer(siti), customer(budi), "");
    STAFF.related("HOUSEHOLD", customer(budi), customer(ani), "");
    String path = "/v1/customers/" + siti + "/network";

    ACME.get(path).then().body("items.node.customerId", contains(budi));
    STAFF.get(path).then().body("items.node.customerId", contains(budi, ani));
    NetworkApi.BETA.get(path).then().statusCode(404);
  }
}
