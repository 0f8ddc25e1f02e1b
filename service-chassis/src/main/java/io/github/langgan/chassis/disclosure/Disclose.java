package io.github.langgan.chassis.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.event.PersonalEvent;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.json.JsonParts;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what the service's {@link HeldData} names of a data subject, and sends it in parts that
 * fit into events.
 */
@Singleton
public class Disclose implements DueWorkHandler {

  private static final String KIND = "disclosure";

  private final Instance<HeldData> held;
  private final SubjectRows rows;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Clock clock;

  Disclose(Instance<HeldData> held, SubjectRows rows, DueWork dueWork, Outbox outbox, Clock clock) {
    this.held = held;
    this.rows = rows;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** It may be much, so others don't wait for it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void begin(DisclosureRequest request) {
    dueWork.schedule(
        KIND,
        request.requestId().toString(),
        clock.instant(),
        new String(EventJson.write(request), UTF_8));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(
        item -> send(EventJson.read(item.payload().getBytes(UTF_8), DisclosureRequest.class)));
  }

  private void send(DisclosureRequest request) {
    HeldData data = held.get();
    JsonParts gathered = new JsonParts(PersonalEvent.MOST_PERSON_BYTES);
    rows.addTo(gathered, data.given(), request.subjects());
    if (request.all()) {
      rows.addTo(gathered, data.made(), request.subjects());
    }
    List<String> parts = gathered.parts();
    Instant now = clock.instant();
    List<AccessPreparedV1> events = new ArrayList<>(parts.size());
    for (String part : parts) {
      int number = events.size() + 1;
      JsonNode read = EventJson.read(part.getBytes(UTF_8), JsonNode.class);
      events.add(
          new AccessPreparedV1(
              request.requestId(),
              request.dataSubject(),
              now,
              number,
              number == parts.size(),
              new AccessPreparedV1.Person(read)));
    }
    outbox.append(events);
  }
}
