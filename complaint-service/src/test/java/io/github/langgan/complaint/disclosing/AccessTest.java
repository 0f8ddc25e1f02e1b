package io.github.langgan.complaint.disclosing;

import static io.github.langgan.complaint.Callers.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.complaint.Callers;
import io.quarkus.narayana.jta.QuarkusTransaction;
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

  @Inject PrepareAccess prepareAccess;
  @Inject Callers callers;
  @Inject TestTopics topics;

  @Test
  void a_customer_gets_its_cases_and_how_they_were_answered() {
    UUID siti = callers.aCustomer();
    UUID id = callers.anOpenCase(siti);
    callers.anOpenCase(callers.aCustomer());
    resolve(id, "{\"summary\":\"Sent anew\"}").statusCode(200);
    JsonPath all = asked("ACCESS", siti);
    assertThat(all.getList("cases.subject")).containsExactly("The parcel came late");
    assertThat(all.getList("answers.resolution")).containsExactly("Sent anew");
    JsonPath given = asked("PORTABILITY", siti);
    assertThat(given.getMap("")).containsOnlyKeys("cases");
    assertThat(asked("ACCESS", UuidV7.next()).getMap("")).isEmpty();
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
