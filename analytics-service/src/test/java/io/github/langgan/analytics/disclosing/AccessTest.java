package io.github.langgan.analytics.disclosing;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.analytics.Merges;
import io.github.langgan.analytics.OtherServices;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
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

  @Inject OtherServices others;
  @Inject Merges merges;
  @Inject TestTopics topics;

  @Test
  void a_customer_gets_what_was_worked_out_and_takes_nothing_of_it_elsewhere() {
    UUID siti = UuidV7.next();
    others.tell(aPurchase().of(siti).line(1, "10.00", "4.00"));
    JsonPath all = asked("ACCESS", siti);
    assertThat(all.getList("figures.purchases")).containsExactly(1);
    assertThat(all.getList("money.currency")).containsExactly("GBP");
    assertThat(all.getList("scores")).hasSize(1);
    assertThat(asked("PORTABILITY", siti).getMap("")).isEmpty();
  }

  @Test
  void what_was_worked_out_of_a_survivor_is_not_told_to_who_is_merged_into_it() {
    UUID siti = UuidV7.next();
    UUID budi = UuidV7.next();
    others.tell(
        aPurchase().of(siti).line(1, "10.00", "4.00"), aPurchase().of(budi).line(1, "3.00", null));
    merges.merge(siti, budi);
    assertThat(asked("ACCESS", siti).getMap("")).isEmpty();
    assertThat(asked("ACCESS", budi, siti).getList("figures.purchases")).containsExactly(2);
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
