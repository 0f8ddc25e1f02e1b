package io.github.langgan.loyalty.earning;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EarningTest extends LoyaltyTest {

  @Test
  void a_purchase_earns_points_and_every_point_explains_itself() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    Purchase bought = purchase(line("HOME", 6, "2.55"));

    others.recorded(customer, bought);

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(15));
    Api.entries(membership)
        .then()
        .statusCode(200)
        .body("items.kind", contains("EARNED"))
        .body("items[0].points", equalTo(15))
        .body("items[0].transactionId", equalTo(bought.id().toString()))
        .body("items[0].ruleVersion", equalTo(1))
        .body("items[0].postings.account", contains("MEMBER", "ISSUE"))
        .body("items[0].postings.points", contains(15, -15));
    Api.lots(membership)
        .then()
        .statusCode(200)
        .body("items.earned", contains(15))
        .body("items.remaining", contains(15))
        .body("items.transactionId", contains(bought.id().toString()));
  }
}
