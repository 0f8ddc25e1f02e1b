package io.github.langgan.customer;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiOperation;
import io.github.langgan.chassis.testing.http.BadInputContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BadInputTest extends BadInputContract {

  private static String customer = "";
  private static String party = "";

  @Override
  public void prepare() {
    if (customer.isEmpty()) {
      customer = AGENT.registered(known("Siti Rahma"));
      party =
          AGENT
              .call()
              .contentType("application/json")
              .body(
                  """
                  {"kind":"PERSON","name":{"full":"Siti Rahma"},"customerId":"%s"}
                  """
                      .formatted(customer))
              .post("/v1/parties")
              .path("partyId");
    }
  }

  @Override
  public Map<String, String> pathValues(ApiOperation operation) {
    return switch (operation.id()) {
      case "correctCustomer" -> Map.of("id", customer);
      case "updateParty" -> Map.of("id", party);
      default -> super.pathValues(operation);
    };
  }
}
