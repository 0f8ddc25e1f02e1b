package io.github.langgan.profile.merging;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SplittingTest {

  private final Partner partner = new Partner();

  /** In every value, so that tests don't meet. */
  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  private final String shared = "family-" + unique + "@example.com";

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Merged merged;

  private Elsewhere.Customer siti;
  private Elsewhere.Customer double_;

  @BeforeEach
  void twoRecords() {
    siti = elsewhere.aCustomer().email(shared).phone("+628123" + digits("1"));
    double_ = elsewhere.aCustomer().email(shared).identifier("acme", unique);
    known(siti);
    known(double_);
  }

  @AfterEach
  void nothingIsLeftUnderMergedRecords() {
    merged.assertThatNothingIsLeftUnderMergedRecords();
  }

  @Test
  void each_has_again_what_it_had_and_what_came_for_it_meanwhile() {
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti.id()));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(double_.id()));
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));
    siti.unite(double_);
    partner.pushed(purchase("A2").of(1, "CUP", "4.00").by(siti.id()));
    partner.pushed(purchase("B2").of(1, "CUP", "4.00").byIdentifier("acme", unique));
    partner.pushed(purchase("B3").of(1, "CUP", "4.00").by(double_.id()));
    Agent.note(double_.id()).statusCode(201);
    UUID complaint = elsewhere.openCase(double_.id());
    await().untilAsserted(() -> Agent.profile(siti.id()).body("openCases.items", hasSize(1)));

    merged.undo(merge);

    Agent.get("/v1/transactions?customerId=" + siti.id())
        .body("items.externalId", containsInAnyOrder("A1", "A2"));
    Agent.get("/v1/transactions?customerId=" + double_.id())
        .body("items.externalId", containsInAnyOrder("B1", "B2", "B3"));
    Agent.profile(siti.id())
        .body("usage.purchases", equalTo(2))
        .body("openCases.items", hasSize(0))
        .body("timeline.items", hasSize(2));
    Agent.profile(double_.id())
        .body("customerId", equalTo(double_.id().toString()))
        .body("mergedInto", nullValue())
        .body("usage.purchases", equalTo(3))
        .body("openCases.items.caseId", contains(complaint.toString()))
        .body("timeline.items", hasSize(5));
    var answer = merged.answer("merge.undone", merge.id());
    assertThat(answer.path("effects").toString())
        .isEqualTo("{\"transactions\":3,\"interactions\":1,\"timelineEntries\":1,\"conflicts\":0}");
    assertThat(answer.path("conflicts")).isEmpty();
  }

  @Test
  void what_comes_for_either_after_the_split_is_its_own() {
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));
    merged.undo(merge);

    partner
        .push(purchase("B1").of(1, "CUP", "4.00").byIdentifier("acme", unique))
        .body("customerId", equalTo(double_.id().toString()));
    partner
        .push(purchase("A1").of(1, "CUP", "4.00").by(siti.id()))
        .body("customerId", equalTo(siti.id().toString()));
    partner
        .push(purchase("C1").of(1, "CUP", "4.00").by("email", shared))
        .body("attribution.state", equalTo("AMBIGUOUS"));
  }

  @Test
  void what_came_by_what_both_are_named_by_stays_and_is_told() {
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));
    siti.unite(double_);
    UUID either = partner.pushed(purchase("C1").of(1, "CUP", "4.00").by("email", shared));
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti.id()));

    merged.undo(merge);

    partner.transaction(either).body("customerId", equalTo(siti.id().toString()));
    var answer = merged.answer("merge.undone", merge.id());
    assertThat(answer.path("conflicts").toString())
        .isEqualTo("[{\"code\":\"shared-reference\",\"subject\":\"" + either + "\"}]");
    assertThat(answer.at("/effects/conflicts").asInt()).isEqualTo(1);
  }

  @Test
  void a_return_of_the_others_purchase_stays_where_it_came_for_and_is_told() {
    partner.pushed(purchase("A1").of(3, "CUP", "4.00").by(siti.id()));
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));
    UUID givenBack = partner.pushed(giveBack("R1").of(1, "CUP", "4.00").by(double_.id()));
    UUID own = partner.pushed(giveBack("R2").of(1, "CUP", "4.00").by(siti.id()));

    merged.undo(merge);

    partner.transaction(givenBack).body("customerId", equalTo(double_.id().toString()));
    partner.transaction(own).body("customerId", equalTo(siti.id().toString()));
    assertThat(merged.answer("merge.undone", merge.id()).path("conflicts").toString())
        .isEqualTo("[{\"code\":\"return-of-others-purchase\",\"subject\":\"" + givenBack + "\"}]");
  }

  @Test
  void a_customer_that_was_merged_with_another_before_takes_it_along() {
    UUID first = known(elsewhere.aCustomer());
    partner.pushed(purchase("F1").of(1, "CUP", "4.00").by(first));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(double_.id()));
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti.id()));
    Elsewhere.Merge before = merged.apply(elsewhere.merge(double_.id(), first));
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));
    Agent.profile(first)
        .body("mergedInto", equalTo(siti.id().toString()))
        .body("usage.purchases", equalTo(3));
    partner.pushed(purchase("F2").of(1, "CUP", "4.00").by(first));

    merged.undo(merge);

    Agent.profile(siti.id()).body("usage.purchases", equalTo(1));
    Agent.profile(first)
        .body("mergedInto", equalTo(double_.id().toString()))
        .body("usage.purchases", equalTo(3));
    Agent.get("/v1/transactions?customerId=" + double_.id())
        .body("items.externalId", containsInAnyOrder("F1", "F2", "B1"));

    merged.undo(before);

    Agent.get("/v1/transactions?customerId=" + first)
        .body("items.externalId", containsInAnyOrder("F1", "F2"));
    Agent.profile(double_.id()).body("usage.purchases", equalTo(1));
  }

  @Test
  void one_that_was_split_off_may_be_merged_with_another() {
    UUID budi = known(elsewhere.aCustomer());
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(double_.id()));
    merged.undo(merged.apply(elsewhere.merge(siti.id(), double_.id())));

    merged.apply(elsewhere.merge(budi, double_.id()));
    partner.pushed(purchase("B2").of(1, "CUP", "4.00").by(double_.id()));

    Agent.profile(double_.id())
        .body("customerId", equalTo(budi.toString()))
        .body("usage.purchases", equalTo(2));
    Agent.profile(siti.id()).body("usage.purchases", equalTo(0));
  }

  @Test
  void what_the_survivor_is_named_by_from_now_on_is_heard_after_the_split_too() {
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));
    merged.undo(merge);

    // the other's own news comes first, the survivor's of the time of the merge after it
    double_.update(elsewhere.aCustomer().identifier("acme", unique + "-new"));
    await()
        .untilAsserted(
            () ->
                Agent.get("/v1/profiles?source=acme&identifier=" + unique + "-new")
                    .body("items.customerId", contains(double_.id().toString())));
    siti.unite(double_);
    await()
        .untilAsserted(
            () -> Agent.profile(siti.id()).body("contact.identifiers.value", contains(unique)));

    Agent.get("/v1/profiles?source=acme&identifier=" + unique + "-new")
        .body("items.customerId", contains(double_.id().toString()));
    Agent.get("/v1/profiles?source=acme&identifier=" + unique).body("items", hasSize(0));
  }

  private String digits(String first) {
    return first + Math.abs(unique.hashCode() % 10_000_000 + 10_000_000);
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }
}
