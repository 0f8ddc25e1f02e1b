package io.github.langgan.loyalty.disclosing;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.CardApi;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.github.langgan.loyalty.testing.Member;
import io.github.langgan.loyalty.testing.PoolApi;
import io.github.langgan.loyalty.testing.TierApi;
import io.github.langgan.loyalty.testing.TransferApi;
import io.github.langgan.loyalty.testing.VoucherApi;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest extends LoyaltyTest {

  @Test
  void a_customer_gets_its_memberships_cards_and_points() {
    UUID siti = others.registeredCustomer();
    UUID program = Api.program();
    UUID membership = Api.membership(siti, program);
    UUID card = CardApi.activeCard(membership, CardApi.physicalRange(program));
    CardApi.block(card, "LOST");
    CardApi.replace(card);
    others.recorded(siti, purchase(line("HOME", 30, "1.00")));
    await().until(() -> Api.active(membership) == 30);
    JsonPath all = asked("ACCESS", siti);
    assertThat(all.getList("memberships.membershipId")).containsExactly(membership.toString());
    assertThat(all.getString("memberships[0].cards[0]"))
        .isEqualTo(Api.read(membership).path("card.number"));
    assertThat(all.getList("cards.state")).containsExactly("ACTIVE", "INACTIVE");
    assertThat(all.getString("cards[1].number")).isEqualTo(CardApi.read(card).path("number"));
    assertThat(all.getList("cards[1].history.reason")).containsExactly(null, null, "LOST", "LOST");
    assertThat(all.getString("cards[1].history[3].fee")).isEqualTo("5.00");
    assertThat(all.getList("entries.points")).containsExactly(30);
    assertThat(asked("PORTABILITY", siti).getMap("")).containsOnlyKeys("memberships");
  }

  @Test
  void a_customer_gets_its_vouchers_and_the_orders_that_used_them() {
    UUID siti = others.registeredCustomer();
    String code = VoucherApi.assigned(VoucherApi.campaign(VoucherApi.TEN_POUNDS), siti);
    String order = UuidV7.next().toString();
    VoucherApi.redeemed(VoucherApi.body(siti, VoucherApi.order(order), code));

    JsonPath all = asked("ACCESS", siti);

    assertThat(all.getList("vouchers.code")).containsExactly(code);
    assertThat(all.getList("voucherOrders.externalId")).containsExactly(order);
  }

  @Test
  void what_was_given_and_received_is_disclosed_without_the_other() {
    Member siti = Member.with(others, 30);
    Member other = siti.other();
    TransferApi.allow(siti.program(), "");
    TransferApi.give(siti.membership(), other.membership(), 10).then().statusCode(201);

    for (Member one : List.of(siti, other)) {
      JsonPath all = asked("ACCESS", one.customer());
      assertThat(all.getList("transfers.direction"))
          .containsExactly(one == siti ? "GIVEN" : "RECEIVED");
      assertThat(all.getList("transfers.points")).containsExactly(10);
      assertThat(all.getList("transfers.membershipId"))
          .containsExactly(one.membership().toString());
    }
  }

  @Test
  void each_of_a_pool_learns_of_its_own_place_only() {
    Member siti = Member.with(others, 10);
    Member other = siti.other();
    PoolApi.allow(siti.program(), "");
    UUID pool = PoolApi.opened(siti.membership());
    PoolApi.joined(pool, other.membership(), "{\"points\":5,\"period\":\"DAY\"}");

    for (Member one : List.of(siti, other)) {
      JsonPath all = asked("ACCESS", one.customer());
      assertThat(all.getList("pools.poolId")).containsExactly(pool.toString());
      assertThat(all.getList("pools.membershipId")).containsExactly(one.membership().toString());
      assertThat(all.getList("pools.limitPoints")).containsExactly(one == siti ? null : 5);
    }
  }

  @Test
  void the_tier_and_how_it_came_is_disclosed() {
    UUID siti = others.registeredCustomer();
    UUID program = Api.program();
    TierApi.scheme(
        program,
        """
        "basis":"POINTS","period":{"kind":"ROLLING","days":30},"validity":{"days":30}""");
    UUID membership = Api.membership(siti, program);
    TierApi.grant(membership, "GOLD", clock.instant().plus(Duration.ofDays(10)))
        .then()
        .statusCode(201);
    TierApi.freeze(membership, clock.instant().plus(Duration.ofDays(1))).then().statusCode(201);

    JsonPath all = asked("ACCESS", siti);

    assertThat(all.getList("tiers.level")).containsExactly("GOLD");
    assertThat(all.getList("tierChanges.reason")).containsExactly("GRANT");
    assertThat(all.getList("givenTiers.reason")).containsExactly("PRESS");
    assertThat(all.getList("tierFreezes.reason")).containsExactly("RETURN_PENDING");
  }

  @Test
  void of_records_that_are_merged_each_gets_what_came_for_it() {
    UUID siti = others.registeredCustomer();
    UUID budi = others.registeredCustomer();
    UUID ofSiti = Api.membership(siti, Api.program());
    UUID ofBudi = Api.membership(budi, Api.program());
    others.recorded(siti, purchase(line("HOME", 30, "1.00")));
    others.recorded(budi, purchase(line("HOME", 12, "1.00")));
    await().until(() -> Api.active(ofSiti) == 30 && Api.active(ofBudi) == 12);
    others.merged(budi, siti);
    for (JsonPath own : List.of(asked("ACCESS", siti), asked("PORTABILITY", siti))) {
      assertThat(own.getList("memberships.membershipId")).containsExactly(ofSiti.toString());
    }
    assertThat(asked("ACCESS", siti).getList("entries.points")).containsExactly(30);
    assertThat(asked("ACCESS", budi, siti).getList("entries.points"))
        .containsExactlyInAnyOrder(30, 12);
  }

  /** What was sent, by who has the key. */
  private JsonPath asked(String kind, UUID... subjects) {
    UUID request = UuidV7.next();
    String all = Stream.of(subjects).map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    topics.publish(
        "crm.customer",
        subjects[0],
        "customer.access-requested",
        """
        {"requestId":"%s","customerId":"%s","subjects":[%s],"kind":"%s",
         "requestedAt":"2026-02-13T02:30:00Z"}"""
            .formatted(request, subjects[0], all, kind));
    List<Seen> sent =
        await()
            .until(
                () ->
                    topics.published("access.prepared").stream()
                        .filter(event -> event.json().contains(request.toString()))
                        .toList(),
                events -> events.size() == 1);
    JsonPath told = JsonPath.from(sent.getFirst().json());
    assertThat(told.getInt("part")).isEqualTo(1);
    assertThat(told.getBoolean("last")).isTrue();
    assertThat(told.getString("person")).startsWith("ey");
    String read = topics.decrypted(sent).getFirst().json();
    return JsonPath.from(
        EventJson.read(read.getBytes(UTF_8), JsonNode.class).at("/person/data").toString());
  }
}
