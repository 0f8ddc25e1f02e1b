package io.github.langgan.complaint.disclosing;

import static io.github.langgan.complaint.Callers.resolve;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.chassis.testing.TestTopics.Seen;
import io.github.langgan.complaint.Callers;
import io.github.langgan.complaint.Merges;
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

  @Inject Callers callers;
  @Inject Merges merges;
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

  @Test
  void of_records_that_are_merged_each_gets_what_came_for_it() {
    UUID siti = callers.aCustomer();
    UUID budi = callers.aCustomer();
    UUID ofSiti = callers.anOpenCase(siti);
    UUID ofBudi = callers.anOpenCase(budi);
    merges.merge(siti, budi);
    JsonPath own = asked("ACCESS", siti);
    assertThat(own.getList("cases.caseId")).containsExactly(ofSiti.toString());
    assertThat(own.getList("answers.caseId")).containsExactly(ofSiti.toString());
    assertThat(asked("ACCESS", budi, siti).getList("answers.caseId"))
        .containsExactlyInAnyOrder(ofSiti.toString(), ofBudi.toString());
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
