package io.github.langgan.chassis.inbox;

import static io.github.langgan.chassis.event.CloudEventHeaders.DATA_SCHEMA;
import static io.github.langgan.chassis.event.CloudEventHeaders.ID;
import static io.github.langgan.chassis.event.CloudEventHeaders.SEQUENCE;
import static io.github.langgan.chassis.event.CloudEventHeaders.SOURCE;
import static io.github.langgan.chassis.event.CloudEventHeaders.TIME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A service hears what it published itself when it listens to its own topic or that of keys. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OwnEventsTest {

  private static final String TYPE = "sample.counted";

  @Inject InboxBatch inbox;
  @Inject Topics topics;
  @Inject Jdbi jdbi;

  private final List<UUID> applied = new ArrayList<>();
  private final UUID own = UuidV7.next();
  private final UUID others = UuidV7.next();

  private final class Listener implements TopicListener {

    private final boolean takesOwn;

    Listener(boolean takesOwn) {
      this.takesOwn = takesOwn;
    }

    @Override
    public String topic() {
      return "crm.own-events";
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
      events.forEach(event -> applied.add(event.key()));
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
    return new InboxRecord(
        "crm.own-events", 0, 0, key.toString(), headers, "{\"n\":1}".getBytes(UTF_8));
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
