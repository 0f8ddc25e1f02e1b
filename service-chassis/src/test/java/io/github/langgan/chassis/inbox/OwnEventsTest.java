package io.github.langgan.chassis.inbox;

import static io.github.langgan.chassis.event.CloudEventHeaders.DATA_SCHEMA;
import static io.github.langgan.chassis.event.CloudEventHeaders.ID;
import static io.github.langgan.chassis.event.CloudEventHeaders.SEQUENCE;
import static io.github.langgan.chassis.event.CloudEventHeaders.SOURCE;
import static io.github.langgan.chassis.event.CloudEventHeaders.TIME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.github.langgan.chassis.testing.TestTopics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A service hears what it published itself when it listens to its own topic or that of keys. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OwnEventsTest {

  private static final String TOPIC = "crm.complaint";
  private static final String TYPE = "sample.counted";

  private record Counted(int n) {}

  @Inject InboxBatch inbox;
  @Inject TopicConsumers consumers;
  @Inject ParkedEvents parked;
  @Inject TestTopics kafka;
  @Inject Topics topics;
  @Inject Jdbi jdbi;

  private final List<UUID> applied = new CopyOnWriteArrayList<>();
  private final UUID own = UuidV7.next();
  private final UUID others = UuidV7.next();

  private final class Listener implements TopicListener {

    private final boolean takesOwn;

    Listener(boolean takesOwn) {
      this.takesOwn = takesOwn;
    }

    @Override
    public String topic() {
      return TOPIC;
    }

    @Override
    public Set<String> types() {
      return Set.of(TYPE);
    }

    @Override
    public boolean takesOwn() {
      return takesOwn;
    }

    @Override
    public void apply(List<ReceivedEvent> events) {
      for (ReceivedEvent event : events) {
        event.as(Counted.class);
        applied.add(event.key());
      }
    }
  }

  private InboxRecord event(UUID key, String source) {
    Map<String, String> headers =
        Map.of(
            ID,
            UuidV7.next().toString(),
            CloudEventHeaders.TYPE,
            TYPE,
            SOURCE,
            source,
            TIME,
            "2026-01-31T08:00:00Z",
            DATA_SCHEMA,
            "urn:langgan:events/sample.counted/v1",
            SEQUENCE,
            "1");
    return new InboxRecord(TOPIC, 0, 0, key.toString(), headers, "{\"n\":1}".getBytes(UTF_8));
  }

  private List<InboxRecord> both() {
    return List.of(event(own, topics.source()), event(others, "/others"));
  }

  @Test
  void a_listener_may_leave_out_what_its_own_service_published() {
    inbox.apply(new Listener(false), both());
    assertThat(applied).containsExactly(others);

    inbox.apply(new Listener(true), both());
    assertThat(applied).containsExactly(others, own, others);
  }

  @Test
  void what_it_leaves_out_is_dropped_before_it_is_looked_into() {
    UUID senseless = publishOwn("{\"n\":1}", Map.of(TIME, "some day"));
    UUID garbled = publishOwn("{\"n\":", Map.of());
    UUID last = kafka.publish(TOPIC, own, TYPE, "{\"n\":1}");

    whileListening(() -> await().until(() -> !applied.isEmpty() || parked.find(last).isPresent()));

    assertThat(parked.find(senseless)).isEmpty();
    assertThat(parked.find(garbled)).isEmpty();
    assertThat(applied).containsExactly(own);
  }

  @Test
  void what_it_leaves_out_does_not_wait_behind_a_parked_event_of_its_key() {
    kafka.publish(TOPIC, own, TYPE, "{\"n\":");
    UUID left = publishOwn("{\"n\":1}", Map.of());
    UUID behind = kafka.publish(TOPIC, own, TYPE, "{\"n\":1}");

    whileListening(() -> await().until(() -> parked.find(behind).isPresent()));

    assertThat(parked.find(left)).isEmpty();
    assertThat(applied).isEmpty();
  }

  @Test
  void who_takes_its_own_looks_only_into_the_types_that_it_wants() {
    InboxRecord senseless =
        new InboxRecord(
            TOPIC,
            0,
            0,
            own.toString(),
            Map.of(SOURCE, topics.source(), CloudEventHeaders.TYPE, "sample.unknown"),
            new byte[0]);

    inbox.apply(new Listener(true), List.of(senseless, event(others, "/others")));

    assertThat(applied).containsExactly(others);
  }

  private UUID publishOwn(String json, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(SOURCE, topics.source());
    return kafka.publish(TOPIC, own, TYPE, json, all);
  }

  private void whileListening(Runnable waiting) {
    TopicConsumer consumer = consumers.create(new Listener(false));
    consumer.start();
    try {
      waiting.run();
    } finally {
      consumer.stop();
      consumer.awaitEnd();
    }
  }

  /** Whoever wrote here reads it here at once. */
  @Test
  void positions_are_kept_of_what_others_published() {
    inbox.apply(new Listener(true), both());

    List<UUID> kept =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT key FROM inbox_stream WHERE key IN (:own, :others)")
                    .bind("own", own)
                    .bind("others", others)
                    .mapTo(UUID.class)
                    .list());
    assertThat(kept).containsExactly(others);
  }
}
