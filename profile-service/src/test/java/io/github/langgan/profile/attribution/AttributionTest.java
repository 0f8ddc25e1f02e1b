package io.github.langgan.profile.attribution;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Partner;
import io.github.langgan.profile.testing.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AttributionTest {

  private final Partner partner = new Partner();

  /** In every value, so that tests don't meet. */
  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  @Test
  void a_known_customers_purchase_is_attributed_at_once() {
    UUID siti = known(elsewhere.aCustomer().email("Siti-" + unique + "@example.com"));

    partner
        .push(purchase("A1").of(1, "CUP", "4.00").by("email", "siti-" + unique + "@EXAMPLE.com"))
        .statusCode(201)
        .body("customerId", equalTo(siti.toString()))
        .body("attribution.state", equalTo("ATTRIBUTED"));
  }

  @Test
  void an_unknown_customers_purchase_waits_until_the_identifier_turns_up() {
    UUID id = partner.pushed(purchase("A1").of(2, "CUP", "4.00").byIdentifier("acme", unique));
    partner.transaction(id).body("attribution.state", equalTo("WAITING"));

    UUID siti = elsewhere.aCustomer().identifier("acme", unique).register();

    awaitAttribution(id, siti);
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("transaction.attributed"))
                    .filteredOn(event -> event.key().equals(siti))
                    .singleElement()
                    .satisfies(event -> assertThat(event.json()).contains(id.toString(), "8.00")));
  }

  @Test
  void a_prepaid_number_that_a_known_customers_form_names_brings_what_waited() {
    Elsewhere.Customer siti = elsewhere.aCustomer().identifier("acme", unique);
    known(siti);
    UUID id = partner.pushed(purchase("A1").of(2, "CUP", "4.00").byIdentifier("prepaid", unique));
    partner.transaction(id).body("attribution.state", equalTo("WAITING"));

    siti.update(elsewhere.aCustomer().identifier("acme", unique).identifier("prepaid", unique));

    awaitAttribution(id, siti.id());
  }

  @Test
  void a_card_turns_up_with_the_membership() {
    UUID siti = known(elsewhere.aCustomer());
    UUID id = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("card", "6280-" + unique));

    elsewhere.openMembership(siti, "6280" + unique);

    awaitAttribution(id, siti);
  }

  @Test
  void another_card_of_a_member_names_it_too_and_goes_on_when_it_is_blocked() {
    UUID siti = known(elsewhere.aCustomer());
    UUID membership = elsewhere.openMembership(siti, "6280" + unique);
    UUID waiting = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("card", "6281" + unique));

    UUID card = elsewhere.issueCard(membership, siti, "6281" + unique);

    awaitAttribution(waiting, siti);
    elsewhere.blockCard(card, membership, siti);
    await().untilAsserted(() -> Agent.timeline(siti).body("items.type", hasItem("card.blocked")));
    partner
        .push(purchase("A2").of(1, "CUP", "4.00").by("card", "6281" + unique))
        .statusCode(201)
        .body("customerId", equalTo(siti.toString()));
    partner
        .push(purchase("A3").of(1, "CUP", "4.00").by("card", "6280" + unique))
        .body("customerId", equalTo(siti.toString()));
  }

  @Test
  void a_customer_named_by_its_id_may_be_told_of_later() {
    Elsewhere.Customer siti = elsewhere.aCustomer();
    UUID id = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti.id()));

    siti.register();

    awaitAttribution(id, siti.id());
  }

  @Test
  void an_address_that_several_share_names_nobody() {
    String shared = "family-" + unique + "@example.com";
    Elsewhere.Customer siti = elsewhere.aCustomer().email(shared);
    Elsewhere.Customer budi = elsewhere.aCustomer().email(shared);
    known(siti);
    known(budi);

    UUID id = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("email", shared));
    partner.transaction(id).body("attribution.state", equalTo("AMBIGUOUS"));

    budi.update(elsewhere.aCustomer().email("budi-" + unique + "@example.com"));
    awaitAttribution(id, siti.id());
  }

  @Test
  void a_waiting_return_is_matched_to_the_purchases_that_waited_with_it() {
    UUID bought = partner.pushed(purchase("A1").of(3, "CUP", "4.00").byIdentifier("acme", unique));
    UUID returned =
        partner.pushed(giveBack("R1").of(2, "CUP", "4.00").byIdentifier("acme", unique));

    UUID siti = elsewhere.aCustomer().identifier("acme", unique).register();

    awaitAttribution(returned, siti);
    partner
        .transaction(returned)
        .body("lines[0].returnOf.transactionId", equalTo(bought.toString()));
    partner
        .push(giveBack("R2").ofPurchase("A1"))
        .statusCode(201)
        .body("lines[0].quantity", equalTo(1));
  }

  @Test
  void a_return_that_names_a_waiting_purchase_waits_with_it() {
    partner.pushed(purchase("A1").of(3, "CUP", "4.00").byIdentifier("acme", unique));
    UUID returned = partner.pushed(giveBack("R1").ofPurchase("A1"));

    UUID siti = elsewhere.aCustomer().identifier("acme", unique).register();

    awaitAttribution(returned, siti);
  }

  @Test
  void however_many_wait_all_are_attributed() {
    for (int batch = 0; batch < 3; batch++) {
      int number = batch;
      partner.pushBatch(
          IntStream.range(0, 900)
              .mapToObj(
                  i ->
                      purchase("A" + number + "-" + i)
                          .of(1, "CUP", "4.00")
                          .byIdentifier("acme", unique))
              .toArray(Report[]::new));
    }

    UUID siti = elsewhere.aCustomer().identifier("acme", unique).register();

    await().untilAsserted(() -> assertThat(transactionsOf(siti)).isEqualTo(2_700));
    await()
        .untilAsserted(
            () ->
                assertThat(attributedEvents(siti))
                    .as("each told once")
                    .hasSize(2_700)
                    .doesNotHaveDuplicates());
  }

  private List<String> attributedEvents(UUID customerId) {
    return topics.published("transaction.attributed").stream()
        .filter(event -> event.key().equals(customerId))
        .map(event -> event.headers().get("ce_subject"))
        .toList();
  }

  private int transactionsOf(UUID customerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT count(DISTINCT transaction_id)
                      FROM transaction JOIN transaction_line USING (transaction_id, customer_id)
                     WHERE customer_id = :customer
                    """)
                .bind("customer", customerId)
                .mapTo(Integer.class)
                .one());
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }

  private void awaitAttribution(UUID transaction, UUID customer) {
    await()
        .untilAsserted(
            () ->
                partner
                    .transaction(transaction)
                    .body("customerId", equalTo(customer.toString()))
                    .body("attribution.state", equalTo("ATTRIBUTED")));
  }
}
