package io.github.langgan.loyalty.earning;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OtherServices;
import io.github.langgan.loyalty.testing.Purchases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
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
    assertThat(earned(bought))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.key()).isEqualTo(customer);
              assertThat(event.headers()).containsKey("ce_causation");
              assertThat(JsonPath.from(event.json()).getInt("points")).isEqualTo(15);
              assertThat(JsonPath.from(event.json()).getInt("balance.active")).isEqualTo(15);
            });
  }

  @Test
  void a_purchase_that_earns_nothing_is_told_too() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    Purchase gift = purchase(line("GIFT", 1, "0.00"));
    Purchase rupiah = Purchases.in("IDR", purchase(line("HOME", 1, "5")));

    others.recorded(customer, gift);
    others.recorded(customer, rupiah);

    await()
        .untilAsserted(
            () ->
                Api.entries(membership)
                    .then()
                    .body("items.points", contains(0, 0))
                    .body("items.note", contains("OTHER_CURRENCY", null))
                    .body("items[0].postings", empty()));
    assertThat(earned(gift)).hasSize(1);
    Api.lots(membership).then().body("items", empty());
  }

  @Test
  void a_rule_per_line_sums_the_lines() {
    UUID customer = others.registeredCustomer();
    UUID program =
        Api.program(
            """
            "earningRule":{"expression":"line.amount * (line.category == \\"HOME\\" ? 2.0 : 0.5)"}""");
    UUID membership = Api.membership(customer, program);

    others.recorded(customer, purchase(line("HOME", 1, "10.30"), line("TOYS", 1, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(21));
  }

  @Test
  void a_rule_without_an_answer_earns_nothing_and_does_not_stop_the_customer() {
    UUID customer = others.registeredCustomer();
    UUID program = Api.program("\"earningRule\":{\"expression\":\"100.0 / transaction.total\"}");
    UUID membership = Api.membership(customer, program);

    others.recorded(customer, purchase(line("GIFT", 1, "0.00")));
    others.recorded(customer, purchase(line("HOME", 1, "10.00")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));
    Api.entries(membership).then().body("items.note", contains(null, "RULE_FAILED"));
  }

  @Test
  void a_program_may_count_from_the_enrolment_only() {
    UUID customer = others.registeredCustomer();
    UUID program =
        Api.program(
            "\"earnsFrom\":\"ENROLMENT\",\"earningRule\":{\"expression\":\"transaction.total\"}");
    UUID membership = Api.membership(customer, program);

    others.recorded(customer, purchase(line("HOME", 1, "10.00")));
    others.recorded(customer, Purchases.at(clock.instant(), purchase(line("HOME", 1, "7.00"))));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(7));
    Api.entries(membership).then().body("items.note", contains(null, "BEFORE_ENROLMENT"));
  }

  @Test
  void what_was_bought_before_the_membership_was_opened_earns_too() {
    UUID customer = others.registeredCustomer();
    UUID first = Api.membership(customer, Api.program());
    Purchase bought = purchase(line("HOME", 4, "2.50"));
    others.recorded(customer, bought);
    others.returned(customer, new OtherServices.Back(bought, 1, 1));
    await().untilAsserted(() -> assertThat(Api.active(first)).isEqualTo(7));

    UUID second = Api.membership(customer, Api.program());

    await().untilAsserted(() -> assertThat(Api.active(second)).isEqualTo(7));
    Api.entries(second).then().body("items.points", contains(-3, 10));
    Api.entries(first).then().body("items.points", contains(-3, 10));
  }

  @Test
  void an_attributed_purchase_earns_once_whichever_of_its_events_comes_first() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    Purchase recordedFirst = purchase(line("HOME", 1, "10.00"));
    Purchase attributedFirst = purchase(line("HOME", 1, "5.00"));

    others.recorded(null, recordedFirst);
    others.attributed(customer, recordedFirst);
    others.attributed(customer, attributedFirst);
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(15));
    others.recorded(null, attributedFirst);
    others.attributed(customer, recordedFirst);
    others.recorded(customer, purchase(line("HOME", 1, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(16));
    Api.entries(membership).then().body("items.points", contains(1, 5, 10));
    await()
        .untilAsserted(
            () -> assertThat(knownTransactions()).contains(attributedFirst.id().value()));
  }

  @Test
  void a_purchase_earns_once_under_its_partners_number() {
    UUID customer = others.registeredCustomer();
    UUID membership = Api.membership(customer, Api.program());
    Purchase bought = purchase(line("HOME", 1, "10.00"));
    Purchase again = Purchases.numbered(bought.externalId(), purchase(line("HOME", 1, "10.00")));

    others.recorded(customer, bought);
    others.recorded(customer, bought);
    others.recorded(customer, again);
    others.recorded(customer, purchase(line("HOME", 1, "1.00")));

    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(11));
    Api.entries(membership).then().body("items.points", contains(1, 10));
  }

  @Test
  void the_transactions_of_nobody_and_of_non_members_are_known_too() {
    Purchase nobodys = purchase(line("HOME", 1, "10.00"));
    Purchase aStrangers = purchase(line("HOME", 1, "10.00"));

    others.recorded(null, nobodys);
    others.recorded(UuidV7.next(), aStrangers);

    await()
        .untilAsserted(
            () ->
                assertThat(knownTransactions())
                    .contains(nobodys.id().value(), aStrangers.id().value()));
    assertThat(earned(aStrangers)).isEmpty();
  }

  private List<Seen> earned(Purchase purchase) {
    return topics.published("points.earned").stream()
        .filter(event -> event.json().contains(purchase.id().toString()))
        .toList();
  }
}
