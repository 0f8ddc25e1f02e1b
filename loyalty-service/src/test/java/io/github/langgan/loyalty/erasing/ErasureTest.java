package io.github.langgan.loyalty.erasing;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.EveryTable;
import io.github.langgan.chassis.testing.http.Tokens;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.CardApi;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.OfferApi;
import io.github.langgan.loyalty.testing.PoolApi;
import io.github.langgan.loyalty.testing.RewardApi;
import io.github.langgan.loyalty.testing.TransferApi;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasureTest extends LoyaltyTest {

  private UUID siti;
  private UUID program;

  @BeforeEach
  void a_customer() {
    siti = others.registeredCustomer();
    program = Api.program();
  }

  @Test
  void the_card_is_gone_and_the_ledger_is_what_it_was() {
    UUID double_ = others.registeredCustomer();
    UUID membership = member(siti, 30);
    UUID also = member(double_, 12);
    String card = Api.read(membership).path("card.number");
    others.merged(siti, double_);
    List<String> ledger = ledger(siti);
    assertThat(ledger).isNotEmpty();
    assertThat(EveryTable.thatHolds(card, jdbi)).contains("card");

    JsonPath receipt = receipt(requested(siti, double_));

    assertThat(EveryTable.thatHolds(card, jdbi)).isEmpty();
    assertThat(ledger(siti)).isEqualTo(ledger);
    assertThat(receipt.getInt("erased.cards")).isEqualTo(2);
    assertThat(receipt.getString("retained[0].what")).isEqualTo("ledgerEntries");
    assertThat(receipt.getInt("retained[0].count")).isEqualTo(4);
    for (UUID one : List.of(membership, also)) {
      Api.read(one).then().statusCode(404);
      Api.redeem(one, 1).then().statusCode(404);
    }
  }

  @Test
  void all_cards_are_gone_with_what_happened_to_them_and_what_was_said_of_them() {
    UUID membership = member(siti, 30);
    UUID card = CardApi.activeCard(membership, CardApi.physicalRange(program));
    String number = CardApi.read(card).path("number");
    String canary = "canary" + UuidV7.next();
    String key = UuidV7.next().toString();
    RequestSpecification blocking = block(key, canary);
    blocking.post("/v1/loyalty/cards/{id}/block", card).then().statusCode(200);
    CardApi.replace(card).then().statusCode(200);
    assertThat(EveryTable.thatHolds(number, jdbi)).contains("card", "idempotency_key");
    assertThat(EveryTable.thatHolds(canary, jdbi)).contains("card_act", "idempotency_key");
    await().untilAsserted(() -> assertThat(issued(card).toString()).contains(number));

    JsonPath receipt = receipt(requested(siti));

    assertThat(receipt.getInt("erased.cards")).isEqualTo(2);
    assertThat(EveryTable.thatHolds(number, jdbi)).isEmpty();
    assertThat(EveryTable.thatHolds(canary, jdbi)).isEmpty();
    assertThat(issued(card))
        .singleElement()
        .satisfies(one -> assertThat(one).doesNotContain(number));
    CardApi.read(card).then().statusCode(404);
    CardApi.withNumber(number).then().statusCode(200).body("items", empty());
    CardApi.cardsOf(membership).then().statusCode(404);
    CardApi.issue(membership, "{\"kind\":\"VIRTUAL\"}").then().statusCode(404);
    block(key, canary).post("/v1/loyalty/cards/{id}/block", card).then().statusCode(410);
    Api.read(membership).then().statusCode(404);
  }

  private static RequestSpecification block(String key, String note) {
    return Api.as("agent")
        .header("Idempotency-Key", key)
        .body("{\"reason\":\"LOST\",\"note\":\"%s\"}".formatted(note));
  }

  /** What the topic tells of a card's number to who has all keys that there are. */
  private List<String> issued(UUID card) {
    return topics
        .decrypted(
            topics.published("card.issued").stream()
                .filter(event -> event.json().contains(card.toString()))
                .toList())
        .stream()
        .map(event -> event.json())
        .toList();
  }

  @Test
  void by_the_id_of_who_was_erased_staff_hear_that_it_is_and_others_find_nothing() {
    UUID double_ = others.registeredCustomer();
    member(siti, 30);
    others.merged(siti, double_);
    receipt(requested(siti, double_));
    for (UUID id : List.of(siti, double_)) {
      String memberships = "/v1/loyalty/memberships?customerId=" + id;
      Api.as("agent").get(memberships).then().statusCode(410).body("type", endsWith("erased"));
      as(siti).get(memberships).then().statusCode(404);
      as(double_).get(memberships).then().statusCode(404);
      as(UUID.randomUUID()).get(memberships).then().statusCode(200).body("items", empty());
    }
  }

  private static RequestSpecification as(UUID customer) {
    return Api.with(Tokens.customer(customer));
  }

  @Test
  void the_pin_is_gone_and_what_was_reserved_is_over_by_its_time() {
    UUID membership = member(siti, 30);
    Api.as("manager")
        .body("{\"pin\":\"4071\"}")
        .put("/v1/loyalty/memberships/{id}/pin", membership)
        .then()
        .statusCode(204);
    UUID redemption = RewardApi.reserved(membership, 10);

    receipt(requested(siti));

    assertThat(EveryTable.thatHolds(membership.toString(), jdbi)).doesNotContain("membership_pin");
    RewardApi.confirm(redemption).then().statusCode(404);
    clock.advance(Duration.ofMinutes(20));
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("points.released"))
                    .anyMatch(event -> event.json().contains(redemption.toString())));
  }

  @Test
  void who_was_erased_receives_nothing_and_what_it_gave_stays_given() {
    UUID giver = member(siti, 30);
    UUID recipient = Api.membership(others.registeredCustomer(), program);
    TransferApi.allow(program, "");
    TransferApi.give(giver, recipient, 10).then().statusCode(201);

    receipt(requested(siti));

    TransferApi.give(recipient, giver, 1)
        .then()
        .statusCode(404)
        .body("type", endsWith("/problems/unknown-recipient"));
    assertThat(Api.active(recipient)).isEqualTo(10);
    TransferApi.transfers(recipient).then().body("items.points", contains(10));
  }

  @Test
  void who_is_erased_leaves_its_pools_and_is_invited_to_none() {
    UUID membership = Api.membership(siti, program);
    UUID other = Api.membership(others.registeredCustomer(), program);
    PoolApi.allow(program, "");
    UUID pool = PoolApi.opened(other);
    PoolApi.joined(pool, membership, "");
    others.recorded(siti, purchase(line("HOME", 1, "10.00")));
    await().untilAsserted(() -> assertThat(Api.active(membership)).isEqualTo(10));

    receipt(requested(siti));

    PoolApi.read(Tokens.of("agent"), pool)
        .then()
        .body("members.membershipId", contains(other.toString()));
    PoolApi.invite(Tokens.of("agent"), pool, membership)
        .then()
        .statusCode(404)
        .body("type", endsWith("/problems/unknown-invitee"));
    PoolApi.redeem(other, 1).then().statusCode(409).body("available", equalTo(0));
  }

  @Test
  void nothing_is_offered_to_who_was_erased_and_nothing_is_known_of_it() {
    UUID membership = Api.membership(siti, program);
    UUID proposition =
        OfferApi.active(
            program, OfferApi.POINTS, OfferApi.BUDGET, OfferApi.CONTACT, OfferApi.ON_LAPSING);
    others.said(siti, "GRANTED", clock.instant());
    others.moved("segment.entered", siti, "tea", clock.instant());
    others.became(siti, "LAPSING", clock.instant());
    UUID offer = OfferApi.offer(membership);

    receipt(requested(siti));

    OfferApi.answer(offer, "acceptance").then().statusCode(404);
    await()
        .untilAsserted(
            () ->
                assertThat(topics.published("offer.withdrawn"))
                    .anyMatch(event -> event.json().contains(offer.toString())));
    UUID later =
        OfferApi.active(
            program, OfferApi.POINTS, OfferApi.BUDGET, OfferApi.CONTACT, OfferApi.ON_LAPSING);
    others.said(siti, "GRANTED", clock.instant());
    others.moved("segment.entered", siti, "tea", clock.instant());
    others.became(siti, "LAPSING", clock.instant());
    assertThat(EveryTable.thatHolds(siti.toString(), jdbi))
        .doesNotContain(
            "customer", "consent_act", "contact_hindrance", "customer_stage", "customer_segment");
    OfferApi.read(proposition).then().body("budget.committed", equalTo("0.05"));
    OfferApi.read(later).then().body("budget.extended", equalTo(0));
  }

  @Test
  void who_was_erased_becomes_no_member_again() {
    receipt(requested(siti));
    assertThat(others.knows(siti)).isFalse();
    others.registeredAgain(siti);
    assertThat(others.knows(siti)).isFalse();
    Api.enrol(siti, program).then().statusCode(422);
  }

  @Test
  void a_record_that_was_split_off_keeps_its_card() {
    UUID budi = others.registeredCustomer();
    UUID ofSiti = member(siti, 30);
    UUID ofBudi = Api.membership(budi, Api.program());
    others.merged(budi, siti);
    receipt(requested(siti));
    Api.read(ofBudi).then().statusCode(200);
    Api.read(ofSiti).then().statusCode(404);
  }

  @Test
  void vouchers_are_revoked_and_orders_that_used_them_stay() {
    UUID campaign = VoucherApi.campaign(VoucherApi.TEN_POUNDS);
    String used = VoucherApi.assigned(campaign, siti);
    String unused = VoucherApi.assigned(campaign, siti);
    String order = UuidV7.next().toString();
    UUID reservation = VoucherApi.redeemed(VoucherApi.body(siti, VoucherApi.order(order), used));
    JsonPath receipt = receipt(requested(siti));
    assertThat(receipt.getInt("erased.vouchers")).isEqualTo(2);
    // the answers to those who assigned them
    assertThat(receipt.getInt("erased.answers")).isEqualTo(2);
    assertThat(receipt.getString("retained[0].what")).isEqualTo("voucherOrders");
    VoucherApi.validate(VoucherApi.body(null, VoucherApi.order("x"), unused))
        .then()
        .body("vouchers.reason", contains("REVOKED"));
    VoucherApi.reserve(VoucherApi.body(siti, VoucherApi.order("x"), unused)).then().statusCode(422);
    VoucherApi.assign(campaign, siti).then().statusCode(422);
    Api.as("agent").get("/v1/loyalty/vouchers?customerId=" + siti).then().statusCode(410);
    VoucherApi.read(reservation).then().statusCode(200).body("discount", equalTo("10.00"));
  }

  @Test
  void what_a_redemption_was_answered_is_not_told_again() {
    UUID membership = member(siti, 30);
    others.merged(others.registeredCustomer(), siti);
    String key = UuidV7.next().toString();
    Api.redeem(membership, 10, key).then().statusCode(201);
    assertThat(receipt(requested(siti)).getInt("erased.answers")).isEqualTo(1);
    Api.redeem(membership, 10, key).then().statusCode(410);
  }

  private UUID member(UUID customer, int points) {
    UUID membership = Api.membership(customer, program);
    others.recorded(customer, purchase(line("HOME", points, "1.00")));
    await().until(() -> Api.active(membership) == points);
    return membership;
  }

  private List<String> ledger(UUID customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT p::text FROM posting p JOIN account a ON a.id = p.account_id
                      JOIN membership m ON m.account_id = a.id WHERE m.customer_id = :customer
                     UNION ALL
                    SELECT a::text FROM account a JOIN membership m ON m.account_id = a.id
                     WHERE m.customer_id = :customer
                     ORDER BY 1
                    """)
                .bind("customer", customer)
                .mapTo(String.class)
                .list());
  }

  private UUID requested(UUID customer, UUID... merged) {
    UUID request = UuidV7.next();
    String subjects =
        Stream.concat(Stream.of(customer), Stream.of(merged))
            .map(id -> "\"" + id + "\"")
            .collect(Collectors.joining(","));
    topics.publish(
        "crm.customer",
        customer,
        "customer.erasure-requested",
        """
        {"requestId":"%s","customerId":"%s","subjects":[%s],"requestedAt":"2026-02-13T02:30:00Z"}"""
            .formatted(request, customer, subjects));
    return request;
  }

  private JsonPath receipt(UUID request) {
    return JsonPath.from(
        await()
            .until(
                () ->
                    topics.published("erasure.receipted").stream()
                        .filter(event -> event.json().contains(request.toString()))
                        .toList(),
                events -> events.size() == 1)
            .getFirst()
            .json());
  }
}
