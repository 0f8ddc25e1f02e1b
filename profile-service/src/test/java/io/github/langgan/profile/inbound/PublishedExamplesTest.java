package io.github.langgan.profile.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.testing.PublishedContracts;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.profile.testing.Elsewhere;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Every event that we claim to read is read as its publisher states it. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PublishedExamplesTest {

  @Inject @All List<TopicListener> listeners;
  @Inject TestTopics topics;
  @Inject Jdbi jdbi;

  @Test
  void each_publishers_example_is_applied() throws Exception {
    List<UUID> sent = new ArrayList<>();
    for (TopicListener listener : listeners) {
      String service = listener.topic().substring("crm.".length());
      for (String type : inOrder(listener)) {
        byte[] example = PublishedContracts.example(service, type, 1);
        String customer =
            new ObjectMapper()
                .readTree(example)
                .path("customerId")
                .asText(Elsewhere.MERGES.toString());
        sent.add(
            topics.publish(
                listener.topic(),
                UUID.fromString(customer),
                type,
                new String(example, StandardCharsets.UTF_8)));
      }
    }

    await().untilAsserted(() -> assertThat(applied(sent)).isEqualTo(sent.size()));
    assertThat(parked()).isZero();
    assertThat(count("known_customer")).isPositive();
    assertThat(count("known_membership WHERE active > 0")).isPositive();
    assertThat(count("known_case WHERE ended_at IS NOT NULL AND breached_at IS NOT NULL"))
        .isPositive();
    assertThat(count("applied_merge WHERE undone_at IS NOT NULL")).isPositive();
    assertThat(count("known_score WHERE recency = 5")).isPositive();
  }

  /** What opens something comes before what happens to it. */
  private static List<String> inOrder(TopicListener listener) {
    List<String> types = new ArrayList<>();
    for (String type : new TreeSet<>(listener.types())) {
      types.add(type.endsWith(".opened") || type.endsWith(".registered") ? 0 : types.size(), type);
    }
    return types;
  }

  private int applied(List<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM inbox WHERE event_id = ANY(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .mapTo(Integer.class)
                .one());
  }

  private int parked() {
    return count("parked_event");
  }

  private int count(String what) {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM " + what).mapTo(Integer.class).one());
  }
}
