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

  @Override
  public void prepare() {
    if (customer.isEmpty()) {
      customer = AGENT.registered(known("Siti Rahma"));
    }
  }

  @Override
  public Map<String, String> pathValues(ApiOperation operation) {
    return operation.id().equals("correctCustomer")
        ? Map.of("id", customer)
        : super.pathValues(operation);
  }
}
