package io.github.langgan.loyalty;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.http.ApiOperation;
import io.github.langgan.chassis.testing.http.BadInputContract;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.CardApi;
import io.github.langgan.loyalty.testing.OtherServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Attacks on points that are there: a member's 500, of which 100 are redeemed; and on its card. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BadInputTest extends BadInputContract {

  private static Map<String, String> existing = Map.of();

  @Inject OtherServices others;

  @Override
  public void prepare() {
    if (existing.isEmpty()) {
      UUID customer = others.registeredCustomer();
      UUID program = Api.program();
      UUID membership = Api.membership(customer, program);
      UUID card = CardApi.card(membership, CardApi.physicalRange(program));
      others.promised(customer, 500);
      await().until(() -> Api.active(membership) == 500);
      String redemption = Api.redeem(membership, 100).then().extract().path("redemptionId");
      existing =
          Map.of(
              "membershipId",
              membership.toString(),
              "redemptionId",
              redemption,
              "programId",
              program.toString(),
              "cardId",
              card.toString());
    }
  }

  /** What only reads finds nothing: bad input is refused whether or not there is something. */
  @Override
  public Map<String, String> pathValues(ApiOperation operation) {
    Map<String, String> values = super.pathValues(operation);
    return operation.hasBody()
        ? values.entrySet().stream()
            .collect(toMap(Map.Entry::getKey, e -> existing.getOrDefault(e.getKey(), e.getValue())))
        : values;
  }
}
