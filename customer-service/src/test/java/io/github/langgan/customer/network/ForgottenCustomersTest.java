package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.customer;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.organisation;
import static io.github.langgan.customer.network.NetworkApi.partyNode;
import static io.github.langgan.customer.testing.Body.uniqueWord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.model.network.ForgottenCustomers;
import io.github.langgan.customer.model.network.ForgottenCustomers.Forgotten;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What the network still knows of somebody who is forgotten. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ForgottenCustomersTest {

  private static final List<String> TABLES =
      List.of(
          "party",
          "party_contact",
          "party_identifier",
          "party_role",
          "relationship",
          "relationship_confirmation");

  @Inject ForgottenCustomers forgotten;
  @Inject Jdbi jdbi;

  @Test
  void nothing_that_names_the_customer_or_whom_it_knew_is_left_and_others_stay() {
    String canary = uniqueWord();
    String siti = CustomerApi.AGENT.registered(Body.known("Siti"));
    String merged = CustomerApi.AGENT.registered(Body.known("Siti"));
    String budi = CustomerApi.AGENT.registered(Body.known("Budi"));
    String company = STAFF.registered(organisation("PT Sumber", known()));
    String party =
        STAFF.registered(
            """
            {"kind":"PERSON","name":{"given":"%1$s","family":"%1$s"},"customerId":"%2$s",
             "roles":[{"role":"SUPPLIER","validFrom":"2020-01-01"}],
             "contacts":[{"type":"EMAIL","value":"%1$s@example.com"},
                         {"type":"POSTAL","address":{"lines":["%1$s"],"country":"ID"}}],
             "identifiers":[{"source":"erp","value":"%1$s"}]}
            """
                .formatted(canary, siti));
    String home = STAFF.related("HOUSEHOLD", customer(merged), customer(budi), "");
    STAFF
        .post(
            "/v1/relationships/" + home + "/end",
            "{\"validUntil\":\"2026-01-01\",\"reason\":\"%s\"}".formatted(canary))
        .then()
        .statusCode(200);
    STAFF.related("EMPLOYER", partyNode(party), partyNode(company), "");
    String others = STAFF.related("EMPLOYER", customer(budi), partyNode(company), "");
    CustomerApi.AGENT.merged(siti, merged);

    Forgotten what =
        QuarkusTransaction.requiringNew()
            .call(() -> forgotten.forget(List.of(UUID.fromString(siti), UUID.fromString(merged))));

    assertThat(what.relationships()).isEqualTo(2);
    assertThat(what.parties()).extracting(one -> one.value().toString()).containsExactly(party);
    for (String table : TABLES) {
      assertThat(rowsOf(table)).as(table).noneMatch(row -> row.contains(canary));
      assertThat(rowsOf(table)).as(table).noneMatch(row -> row.contains(siti));
      assertThat(rowsOf(table)).as(table).noneMatch(row -> row.contains(merged));
    }
    STAFF
        .party(party)
        .then()
        .body("name.full", equalTo(ForgottenCustomers.NAME))
        .body("roles.role", contains("SUPPLIER"))
        .body("customerId", nullValue())
        .body("version", equalTo(2));
    STAFF.relationshipsOf(budi).then().body("items.relationshipId", contains(others));
    STAFF.relationshipsOf(siti).then().body("items", empty());
  }

  private List<String> rowsOf(String table) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery("SELECT t::text FROM " + table + " t").mapTo(String.class).list());
  }
}
