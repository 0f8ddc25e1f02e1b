package io.github.langgan.profile.disclosing;

import static io.github.langgan.profile.testing.Report.purchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.profile.model.Customers;
import io.github.langgan.profile.testing.Agent;
import io.github.langgan.profile.testing.Elsewhere;
import io.github.langgan.profile.testing.Merged;
import io.github.langgan.profile.testing.Partner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AccessTest {

  @Inject Elsewhere elsewhere;
  @Inject Customers customers;
  @Inject Merged merged;
  @Inject TestTopics topics;

  @Test
  void a_customer_gets_all_that_came_for_it_and_takes_elsewhere_what_it_did() {
    UUID siti = elsewhere.aCustomer().email("siti@example.com").register();
    UUID budi = elsewhere.aCustomer().register();
    await().until(() -> customers.knows(siti) && customers.knows(budi));
    Partner partner = new Partner();
    partner.pushed(purchase("S1").of(1, "CUP", "4.00").by(siti));
    partner.pushed(purchase("B1").of(1, "CUP", "4.00").by(budi));
    Agent.note(siti).statusCode(201);
    elsewhere.openCase(siti);
    await()
        .untilAsserted(() -> Agent.timeline(siti).body("items", org.hamcrest.Matchers.hasSize(3)));
    merged.apply(elsewhere.merge(budi, siti));

    JsonPath all = asked("ACCESS", siti);
    assertThat(all.getList("transactions.externalId")).containsExactly("S1");
    assertThat(all.getList("lines.product")).containsExactly("CUP");
    assertThat(all.getList("interactions.summary")).containsExactly("Asked when the shop opens");
    assertThat(all.getList("timeline.type")).containsExactly("case.opened");
    assertThat(all.getList("namedBy.reference"))
        .contains("email:siti@example.com", "customer:" + siti);

    JsonPath given = asked("PORTABILITY", siti);
    assertThat(given.getList("transactions")).hasSize(1);
    assertThat(given.getMap("")).containsOnlyKeys("transactions", "lines");
    assertThat(asked("ACCESS", budi, siti).getList("transactions")).hasSize(2);
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
