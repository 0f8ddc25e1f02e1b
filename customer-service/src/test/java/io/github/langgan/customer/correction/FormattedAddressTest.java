package io.github.langgan.customer.correction;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.ACME;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class FormattedAddressTest {

  @Test
  void an_address_is_answered_as_its_country_writes_it() {
    String id =
        ACME.registered(
            known("Erika")
                .contact(
                    """
                    {"type":"POSTAL","address":{"lines":["Am Markt 5"],"locality":"Berlin",
                     "region":"Berlin","postalCode":"10115","country":"DE"}}
                    """));

    ACME.get(id)
        .then()
        .body("contacts[0].address.formatted", contains("Am Markt 5", "10115 Berlin"))
        .body("contacts[0].address.region", equalTo("Berlin"));
  }

  @Test
  void what_was_read_can_be_sent_back_and_its_writing_says_nothing() {
    String address = "{\"lines\":[\"Am Markt 5\"],\"locality\":\"%s\",\"country\":\"DE\"%s}";
    String id =
        ACME.registered(
            known("Erika")
                .contact(
                    "{\"type\":\"POSTAL\",\"address\":%s}"
                        .formatted(address.formatted("Berlin", ""))));

    ACME.patch(
            id,
            1,
            "{\"contacts\":[{\"type\":\"POSTAL\",\"address\":%s}]}"
                .formatted(
                    address.formatted("Potsdam", ",\"formatted\":[\"Am Markt 5\",\"Berlin\"]")))
        .then()
        .statusCode(200)
        .body("contacts[0].address.locality", equalTo("Potsdam"))
        .body("contacts[0].address.formatted", contains("Am Markt 5", "Potsdam"));
  }
}
