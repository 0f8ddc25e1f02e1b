package io.github.langgan.profile.recording;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ReturnsTest {

  private final Partner partner = new Partner();

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;

  @Test
  void many_partial_returns_end_where_one_full_return_ends() {
    partner.pushed(purchase("A1").of(3, "CUP", "4.00", "2.00"));

    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 1; i <= 3; i++) {
      String amount =
          partner
              .push(giveBack("R" + i).ofPurchase("A1").of(1, "CUP", "4.00"))
              .statusCode(201)
              .extract()
              .path("total.amount");
      sum = sum.add(new BigDecimal(amount));
    }

    assertThat(sum).isEqualByComparingTo("10.00");
    partner
        .push(giveBack("R4").ofPurchase("A1").of(1, "CUP", "4.00"))
        .statusCode(422)
        .body("type", endsWith("/return-exceeds-purchase"))
        .body("left", equalTo(0));
  }

  @Test
  void without_lines_all_that_is_left_is_given_back() {
    UUID purchase = partner.pushed(purchase("A1").of(3, "CUP", "4.00").of(1, "PLATE", "9.00"));
    partner.pushed(giveBack("R1").ofPurchase("A1").of(2, "CUP", "4.00"));

    partner
        .push(giveBack("R2").ofPurchase("A1"))
        .statusCode(201)
        .body("total.amount", equalTo("13.00"))
        .body("lines.quantity", contains(1, 1))
        .body("lines.returnOf.transactionId", contains(purchase.toString(), purchase.toString()))
        .body("lines.returnOf.line", contains(1, 2));
    partner
        .push(giveBack("R3").ofPurchase("A1"))
        .statusCode(422)
        .body("type", endsWith("/nothing-left-to-return"));
  }

  @Test
  void the_purchase_must_be_known_and_ones_own() {
    new Partner().pushed(purchase("A1").of(3, "CUP", "4.00"));

    partner
        .push(giveBack("R1").ofPurchase("A1"))
        .statusCode(422)
        .body("type", endsWith("/returned-purchase-unknown"));
  }

  @Test
  void a_return_is_no_purchase_to_give_back() {
    partner.pushed(purchase("A1").of(3, "CUP", "4.00"));
    partner.pushed(giveBack("R1").ofPurchase("A1"));

    partner
        .push(giveBack("R2").ofPurchase("R1"))
        .statusCode(422)
        .body("type", endsWith("/returned-purchase-unknown"));
  }

  @Test
  void without_a_reference_the_customers_newest_earlier_purchases_are_given_back() {
    UUID siti = aKnownCustomer();
    partner.pushed(purchase("OLD").of(5, "CUP", "4.00").by(siti).at("2026-01-01T00:00:00Z"));
    UUID newest =
        partner.pushed(purchase("NEW").of(1, "CUP", "4.00").by(siti).at("2026-01-02T00:00:00Z"));
    partner.pushed(purchase("LATER").of(5, "CUP", "4.00").by(siti).at("2026-01-04T00:00:00Z"));

    partner
        .push(giveBack("R1").of(8, "CUP", "4.00").by(siti).at("2026-01-03T00:00:00Z"))
        .statusCode(201)
        .body("lines.quantity", contains(1, 5, 2))
        .body("lines[0].returnOf.transactionId", equalTo(newest.toString()))
        .body("lines[2].returnOf", nullValue())
        .body("total.amount", equalTo("32.00"));
  }

  @Test
  void an_anonymous_return_matches_nothing() {
    partner.pushed(purchase("A1").of(5, "CUP", "4.00"));

    partner
        .push(giveBack("R1").of(1, "CUP", "4.00"))
        .statusCode(201)
        .body("lines[0].returnOf", nullValue());
  }

  @Test
  void what_was_given_back_at_another_price_is_told_apart() {
    UUID siti = aKnownCustomer();
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti));

    partner
        .push(giveBack("R1").of(1, "CUP", "1.50").by(siti))
        .statusCode(201)
        .body("total.amount", equalTo("4.00"))
        .body("reportedTotal.amount", equalTo("1.50"));
  }

  @Test
  void a_return_belongs_to_whom_its_purchase_belongs() {
    UUID siti = aKnownCustomer();
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti));

    partner
        .push(giveBack("R1").ofPurchase("A1"))
        .statusCode(201)
        .body("customerId", equalTo(siti.toString()));
  }

  private UUID aKnownCustomer() {
    UUID id = elsewhere.aCustomer().register();
    await().until(() -> customers.knows(id));
    return id;
  }
}
