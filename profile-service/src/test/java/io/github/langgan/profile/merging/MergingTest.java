package io.github.langgan.profile.merging;

import static io.github.langgan.profile.testing.Report.giveBack;
import static io.github.langgan.profile.testing.Report.purchase;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergingTest {

  private final Partner partner = new Partner();

  /** In every value, so that tests don't meet. */
  private final String unique = UUID.randomUUID().toString().substring(0, 8);

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Merged merged;
  @Inject TestTopics topics;

  @AfterEach
  void nothingIsLeftUnderMergedRecords() {
    merged.assertThatNothingIsLeftUnderMergedRecords();
  }

  @Test
  void the_survivor_has_what_both_had_under_either_id() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti));
    partner.pushed(purchase("B1").of(2, "PLATE", "9.00").by(double_));
    Agent.note(double_).statusCode(201);
    UUID card = elsewhere.openMembership(siti, "6280" + unique);
    UUID otherCard = elsewhere.openMembership(double_, "6281" + unique);
    UUID complaint = elsewhere.openCase(double_);
    await().untilAsserted(() -> Agent.profile(double_).body("timeline.items", hasSize(4)));

    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti, double_));

    for (UUID id : new UUID[] {siti, double_}) {
      await()
          .untilAsserted(
              () ->
                  Agent.profile(id)
                      .statusCode(200)
                      .body("customerId", equalTo(siti.toString()))
                      .body("usage.purchases", equalTo(2))
                      .body("usage.spent[0].amount", equalTo("22.00"))
                      .body("usage.favouriteProducts.product", contains("PLATE", "CUP"))
                      .body(
                          "membership.items.membershipId",
                          containsInAnyOrder(card.toString(), otherCard.toString()))
                      .body("openCases.items.caseId", contains(complaint.toString()))
                      .body("timeline.items", hasSize(6)));
      Agent.timeline(id).body("items", hasSize(6));
      Agent.get("/v1/transactions?customerId=" + id)
          .body("items.externalId", containsInAnyOrder("A1", "B1"))
          .body("items.customerId", contains(siti.toString(), siti.toString()));
    }
    Agent.profile(siti).body("mergedInto", nullValue());
    Agent.profile(double_).body("mergedInto", equalTo(siti.toString()));
    var effects = merged.answer("merge.applied", merge.id()).path("effects");
    assertThat(effects.toString())
        .isEqualTo("{\"transactions\":1,\"interactions\":1,\"timelineEntries\":2,\"waiting\":0}");
  }

  @Test
  void whatever_is_read_under_the_retired_id_says_that_it_is_the_survivors() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    merged.apply(elsewhere.merge(siti, double_));

    for (String path :
        List.of(
            "/v1/profiles/%s",
            "/v1/profiles/%s/timeline?kind=TRANSACTION",
            "/v1/transactions?customerId=%s&limit=2")) {
      Agent.get(path.formatted(double_))
          .statusCode(200)
          .header("Content-Location", path.formatted(siti));
      Agent.get(path.formatted(siti)).statusCode(200).header("Content-Location", nullValue());
    }
  }

  @Test
  void who_sees_no_transaction_of_a_retired_id_is_not_told_whom_it_means() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    merged.apply(elsewhere.merge(siti, double_));
    String path = "/v1/transactions?customerId=";
    for (String token :
        List.of(Tokens.partner(partner.name()), Tokens.customer(UUID.randomUUID()))) {
      given()
          .auth()
          .oauth2(token)
          .get(path + double_)
          .then()
          .statusCode(200)
          .header("Content-Location", nullValue());
    }
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(double_));
    partner.call().get(path + double_).then().header("Content-Location", path + siti);
  }

  @Test
  void what_comes_for_the_merged_record_later_is_the_survivors() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    UUID membership = elsewhere.openMembership(double_, "6280" + unique);
    await().untilAsserted(() -> Agent.profile(double_).body("membership.items", hasSize(1)));
    merged.apply(elsewhere.merge(siti, double_));

    partner
        .push(purchase("B1").of(1, "CUP", "4.00").by(double_))
        .statusCode(201)
        .body("customerId", equalTo(siti.toString()));
    partner
        .push(purchase("B2").of(1, "CUP", "4.00").by("card", "6280" + unique))
        .body("customerId", equalTo(siti.toString()));
    partner.push(giveBack("R1").ofPurchase("B2")).body("customerId", equalTo(siti.toString()));
    Agent.note(double_).statusCode(201).body("customerId", equalTo(siti.toString()));
    elsewhere.openCase(double_);
    elsewhere.earnPoints(membership, double_, 20, 20, "");

    await()
        .untilAsserted(
            () ->
                Agent.timeline(siti)
                    .body(
                        "items.type",
                        containsInAnyOrder(
                            "transaction.purchase",
                            "transaction.purchase",
                            "transaction.return",
                            "interaction.recorded",
                            "case.opened",
                            "membership.opened",
                            "points.earned")));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("transaction.recorded"))
                    .filteredOn(event -> event.key().equals(double_))
                    .as("told for the record that they came for")
                    .hasSize(3)
                    .allMatch(event -> event.json().contains("\"customerId\":\"" + double_)));
  }

  @Test
  void a_merge_may_be_heard_before_the_customers_are() {
    Elsewhere.Customer siti = elsewhere.aCustomer();
    Elsewhere.Customer double_ = elsewhere.aCustomer().email(unique + "@example.com");
    UUID complaint = elsewhere.openCase(double_.id());
    await().until(() -> merged.count("known_case WHERE case_id = '" + complaint + "'") == 1);
    merged.apply(elsewhere.merge(siti.id(), double_.id()));
    UUID waiting =
        partner.pushed(purchase("B1").of(1, "CUP", "4.00").by("email", unique + "@example.com"));

    double_.register();
    siti.register();

    await()
        .untilAsserted(
            () ->
                Agent.profile(double_.id())
                    .statusCode(200)
                    .body("customerId", equalTo(siti.id().toString()))
                    .body("openCases.items.caseId", contains(complaint.toString()))
                    .body("usage.purchases", equalTo(1)));
    partner.transaction(waiting).body("customerId", equalTo(siti.id().toString()));
  }

  @Test
  void what_nobody_could_be_given_since_both_share_its_address_is_the_survivors() {
    String shared = "family-" + unique + "@example.com";
    Elsewhere.Customer siti = elsewhere.aCustomer().email(shared);
    Elsewhere.Customer double_ = elsewhere.aCustomer().email(shared);
    known(siti);
    known(double_);
    UUID id = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("email", shared));
    partner.transaction(id).body("attribution.state", equalTo("AMBIGUOUS"));

    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti.id(), double_.id()));

    await()
        .untilAsserted(
            () -> partner.transaction(id).body("customerId", equalTo(siti.id().toString())));
    assertThat(merged.answer("merge.applied", merge.id()).at("/effects/waiting").asInt())
        .isEqualTo(1);
    partner
        .push(purchase("A2").of(1, "CUP", "4.00").by("email", shared))
        .body("customerId", equalTo(siti.id().toString()));
  }

  @Test
  void an_address_that_a_third_one_has_names_nobody_still() {
    String shared = "family-" + unique + "@example.com";
    UUID siti = known(elsewhere.aCustomer().email(shared));
    UUID double_ = known(elsewhere.aCustomer().email(shared));
    known(elsewhere.aCustomer().email(shared));

    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti, double_));

    partner
        .push(purchase("A1").of(1, "CUP", "4.00").by("email", shared))
        .body("attribution.state", equalTo("AMBIGUOUS"));
    assertThat(merged.answer("merge.applied", merge.id()).at("/effects/waiting").asInt()).isZero();
    Agent.get("/v1/profiles?email=" + shared).body("items", hasSize(2));
  }

  @Test
  void the_survivor_is_found_by_what_the_merged_record_was_named_by() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer().identifier("acme", unique));
    merged.apply(elsewhere.merge(siti, double_));

    Agent.get("/v1/profiles?source=acme&identifier=" + unique)
        .body("items.customerId", contains(siti.toString()));
  }

  @Test
  void a_customer_sees_itself_with_the_token_of_either_record() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer().identifier("acme", unique));
    UUID budi = known(elsewhere.aCustomer());
    UUID id = partner.pushed(purchase("A1").of(1, "CUP", "4.00").by(siti));
    merged.apply(elsewhere.merge(siti, double_));

    for (UUID self : new UUID[] {siti, double_}) {
      for (UUID asked : new UUID[] {siti, double_}) {
        as(self, "/v1/profiles/" + asked, 200);
        as(self, "/v1/profiles/" + asked + "/timeline", 200);
      }
      as(self, "/v1/profiles/" + budi, 404);
      as(self, "/v1/transactions/" + id, 200);
    }
    as(budi, "/v1/profiles/" + double_, 404);
    as(budi, "/v1/transactions/" + id, 404);
    given()
        .auth()
        .oauth2(Tokens.customer(double_))
        .get("/v1/profiles?source=acme&identifier=" + unique)
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void a_return_without_reference_gives_back_what_either_bought() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    UUID bought = partner.pushed(purchase("B1").of(3, "CUP", "4.00").by(double_));
    merged.apply(elsewhere.merge(siti, double_));

    partner
        .push(giveBack("R1").of(2, "CUP", "4.00").by(siti))
        .statusCode(201)
        .body("lines[0].returnOf.transactionId", equalTo(bought.toString()));
  }

  @Test
  void a_late_score_of_the_merged_record_does_not_take_the_survivors_place() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    elsewhere.score(siti, 5, "20.50", "");
    await().untilAsserted(() -> Agent.profile(siti).body("rfm.recency", equalTo(5)));
    merged.apply(elsewhere.merge(siti, double_));

    elsewhere.score(double_, 1, "1.00", "");

    await().until(() -> merged.count("known_score WHERE customer_id = '" + double_ + "'") == 1);
    Agent.profile(double_).body("rfm.recency", equalTo(5));
  }

  @Test
  void the_same_merge_heard_twice_is_applied_and_answered_once() {
    UUID siti = known(elsewhere.aCustomer());
    UUID double_ = known(elsewhere.aCustomer());
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(double_));
    Elsewhere.Merge merge = merged.apply(elsewhere.merge(siti, double_));

    merge.happens();
    merged.undo(merge);
    merge.isUndone();
    Elsewhere.Merge last = merged.apply(elsewhere.merge(siti, known(elsewhere.aCustomer())));

    merged.answer("merge.applied", last.id());
    assertThat(merged.answers("merge.applied", merge.id())).hasSize(1);
    assertThat(merged.answers("merge.undone", merge.id())).hasSize(1);
    Agent.profile(double_).body("usage.purchases", equalTo(1)).body("mergedInto", nullValue());
    Agent.profile(siti).body("usage.purchases", equalTo(0));
  }

  @Test
  void a_preview_tells_what_a_merge_would_move_and_moves_nothing() {
    String shared = "family-" + unique + "@example.com";
    UUID siti = known(elsewhere.aCustomer().email(shared));
    UUID double_ = known(elsewhere.aCustomer().email(shared));
    partner.pushed(purchase("A1").of(1, "CUP", "4.00").by("email", shared));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(double_));
    Agent.note(double_).statusCode(201);

    Elsewhere.Merge merge = elsewhere.merge(siti, double_).isProposed();

    assertThat(merged.answer("merge.previewed", merge.id()).path("effects").toString())
        .isEqualTo("{\"transactions\":1,\"interactions\":1,\"timelineEntries\":0,\"waiting\":1}");
    Agent.profile(double_).body("usage.purchases", equalTo(1)).body("mergedInto", nullValue());
    Agent.profile(siti).body("usage.purchases", equalTo(0));
    assertThat(merged.count("alias WHERE id = '" + double_ + "'")).isZero();
    assertThat(merged.count("applied_merge WHERE merge_id = '" + merge.id() + "'")).isZero();
  }

  @Test
  void the_survivors_own_contacts_and_those_that_came_for_the_other_keep_their_records() {
    Elsewhere.Customer siti = elsewhere.aCustomer().email("siti-" + unique + "@example.com");
    Elsewhere.Customer double_ = elsewhere.aCustomer().identifier("acme", unique);
    known(siti);
    known(double_);

    siti.unite(double_); // another key: it may be heard before the merge
    await()
        .untilAsserted(
            () -> Agent.profile(siti.id()).body("contact.identifiers.value", hasItem(unique)));
    merged.apply(elsewhere.merge(siti.id(), double_.id()));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").byIdentifier("acme", unique));

    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("transaction.recorded"))
                    .filteredOn(event -> event.json().contains(partner.name()))
                    .singleElement()
                    .satisfies(event -> assertThat(event.key()).isEqualTo(double_.id())));
    Agent.profile(siti.id()).body("usage.purchases", equalTo(1));
  }

  private static void as(UUID customer, String path, int status) {
    given().auth().oauth2(Tokens.customer(customer)).get(path).then().statusCode(status);
  }

  private UUID known(Elsewhere.Customer customer) {
    customer.register();
    await().until(() -> customers.knows(customer.id()));
    return customer.id();
  }
}
