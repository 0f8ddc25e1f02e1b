package io.github.langgan.customer.upkeep.inactivity;

import static io.github.langgan.customer.testing.Body.known;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who does nothing for long is archived. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class InactivityTest extends InactivityTestBase {

  @Test
  void who_did_nothing_for_long_is_left_out_of_lists_and_found_by_whoever_looks() {
    String budi = shop.registered(known("Budi"));
    state(24).then().statusCode(200).body("code", equalTo(code()));

    run();

    shop.call().get("/v1/customers").then().body("items.customerId", contains(budi));
    shop.call()
        .accept("text/csv")
        .get("/v1/customers/export")
        .then()
        .statusCode(200)
        .body(not(containsString(siti)))
        .body(containsString(budi));
    shop.call()
        .queryParam("archived", "ONLY")
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(siti));
    shop.call()
        .queryParam("archived", "INCLUDED")
        .get("/v1/customers")
        .then()
        .body("items.customerId", contains(budi, siti));
    shop.find("phone", phone).then().body("items.customerId", contains(siti));
    shop.find("name", name).then().body("items.customerId", contains(siti));
    shop.call()
        .queryParam("name", name)
        .queryParam("archived", "EXCLUDED")
        .get("/v1/customers")
        .then()
        .body("items", empty());
    shop.get(siti).then().body("archivedAt", notNullValue());
    shop.get(budi).then().body("archivedAt", nullValue());
    TestTopics.Seen told = published("customer.archived", siti);
    assertThat(told.json()).contains("\"rule\":\"" + code() + "\"", "\"lastActiveAt\"");
  }

  @Test
  void nobody_is_archived_for_a_time_of_which_nothing_was_noted() {
    notedFor(Duration.ofDays(700));
    state(24).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", nullValue());

    state(12).then().statusCode(200);
    run();
    shop.get(siti).then().body("archivedAt", notNullValue());
  }
}
