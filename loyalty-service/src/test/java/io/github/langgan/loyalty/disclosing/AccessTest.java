package io.github.langgan.loyalty.disclosing;

import static io.github.langgan.loyalty.testing.Purchases.line;
import static io.github.langgan.loyalty.testing.Purchases.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.testing.Api;
import io.github.langgan.loyalty.testing.LoyaltyTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest extends LoyaltyTest {

  @Inject PrepareAccess prepareAccess;

  @Test
  void a_customer_gets_its_memberships_cards_and_points() {
    UUID siti = others.registeredCustomer();
    UUID membership = Api.membership(siti, Api.program());
    others.recorded(siti, purchase(line("HOME", 30, "1.00")));
    await().until(() -> Api.active(membership) == 30);
    JsonPath all = asked("ACCESS", siti);
    assertThat(all.getList("memberships.membershipId")).containsExactly(membership.toString());
    assertThat(all.getString("memberships[0].cards[0]"))
        .isEqualTo(Api.read(membership).path("card.number"));
    assertThat(all.getList("entries.points")).containsExactly(30);
    assertThat(asked("PORTABILITY", siti).getMap("")).containsOnlyKeys("memberships");
  }

  /** What is gathered; on the topic it is encrypted. */
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
    JsonPath told =
        JsonPath.from(
            await()
                .until(
                    () ->
                        topics.published("access.prepared").stream()
                            .filter(event -> event.json().contains(request.toString()))
                            .toList(),
                    events -> events.size() == 1)
                .getFirst()
                .json());
    assertThat(told.getInt("part")).isEqualTo(1);
    assertThat(told.getBoolean("last")).isTrue();
    assertThat(told.getString("person")).startsWith("ey");
    var asked = new PrepareAccess.Request(request, subjects[0], List.of(subjects), kind);
    List<String> parts = QuarkusTransaction.requiringNew().call(() -> prepareAccess.gather(asked));
    return JsonPath.from(parts.getFirst());
  }
}
