package io.github.langgan.customer;

import static io.github.langgan.customer.testing.Body.known;
import static io.github.langgan.customer.testing.CustomerApi.AGENT;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiOperation;
import io.github.langgan.chassis.testing.http.BadInputContract;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.customer.testing.CustomerApi;
import io.github.langgan.customer.upkeep.updating.UpdateApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BadInputTest extends BadInputContract {

  private static String customer = "";
  private static String party = "";
  private static String updateToken = "";
  private static String webhook = "";

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
      updateToken = UpdateApi.token(customer);
      webhook =
          new CustomerApi(Tokens.of("operator"))
              .call()
              .contentType("application/json")
              .body(
                  """
                  {"url":"https://hooks.example.com/","eventTypes":["score.updated"],"state":"DISABLED"}
                  """)
              .post("/v1/webhooks")
              .path("webhookId");
    }
  }

  @Override
  public Map<String, String> pathValues(ApiOperation operation) {
    return switch (operation.id()) {
      case "correctCustomer" -> Map.of("id", customer);
      case "changeWebhook" -> Map.of("id", webhook);
      case "updateParty" -> Map.of("id", party);
      case "stateInactivityRule", "previewInactivityRule" -> Map.of("code", "GONE");
      default -> super.pathValues(operation);
    };
  }

  @Override
  public Map<String, String> headers(ApiOperation operation) {
    return operation.path().startsWith("/v1/own-record")
        ? Map.of("Langgan-Update-Token", updateToken)
        : super.headers(operation);
  }
}
