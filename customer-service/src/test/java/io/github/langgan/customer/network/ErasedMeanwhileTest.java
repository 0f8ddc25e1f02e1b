package io.github.langgan.customer.network;

import static io.github.langgan.customer.network.NetworkApi.STAFF;
import static io.github.langgan.customer.network.NetworkApi.customer;
import static io.github.langgan.customer.network.NetworkApi.known;
import static io.github.langgan.customer.network.NetworkApi.person;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.customer.testing.Body;
import io.github.langgan.customer.testing.CustomerApi;
import io.github.langgan.customer.testing.ErasureUnderWay;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a customer while it is being erased. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ErasedMeanwhileTest {

  @Inject ErasureUnderWay erasure;

  private String siti;

  @BeforeEach
  void somebody_is_there() {
    siti = CustomerApi.AGENT.registered(Body.known("Siti"));
  }

  @Test
  void a_party_is_no_customer_who_has_gone() throws Exception {
    erasure
        .of(
            siti,
            () ->
                STAFF.register(person("Siti", known() + ",\"customerId\":\"%s\"".formatted(siti))))
        .then()
        .statusCode(422)
        .body("type", endsWith("validation"))
        .body("errors[0].pointer", equalTo("/customerId"));
  }

  @Test
  void a_party_does_not_become_a_customer_who_has_gone() throws Exception {
    String party = STAFF.registered(person("Siti", known()));
    erasure
        .of(siti, () -> STAFF.change(party, 1, "{\"customerId\":\"%s\"}".formatted(siti)))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/customerId"));
  }

  @Test
  void nobody_is_related_to_a_customer_who_has_gone() throws Exception {
    String budi = CustomerApi.AGENT.registered(Body.known("Budi"));
    erasure
        .of(siti, () -> STAFF.relate("HOUSEHOLD", customer(budi), customer(siti), ""))
        .then()
        .statusCode(422)
        .body("errors[0].pointer", equalTo("/to/customerId"));
  }
}
