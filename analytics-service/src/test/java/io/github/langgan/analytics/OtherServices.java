package io.github.langgan.analytics;

import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.testing.TestTopics;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Tells this service what the others would, and waits until it has taken it in. */
@Singleton
public class OtherServices {

  private final TestTopics topics;
  private final Jdbi jdbi;

  OtherServices(TestTopics topics, Jdbi jdbi) {
    this.topics = topics;
    this.jdbi = jdbi;
  }

  public void tell(TransactionJson... transactions) {
    awaitTaken(
        Arrays.stream(transactions)
            .map(one -> topics.publish("crm.profile", one.key(), one.eventType(), one.json()))
            .toList());
  }

  public void tell(String topic, UUID key, String type, String json) {
    awaitTaken(List.of(topics.publish(topic, key, type, json)));
  }

  private void awaitTaken(List<UUID> events) {
    await().until(() -> taken(events) == events.size());
  }

  private int taken(List<UUID> events) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM inbox WHERE event_id = ANY(:ids)")
                .bind("ids", events.toArray(UUID[]::new))
                .mapTo(Integer.class)
                .one());
  }
}
