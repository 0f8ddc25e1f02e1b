package io.github.langgan.customer.webhook.intake;

import static io.github.langgan.chassis.event.PersonalEvent.PERSON;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.customer.webhook.EventTypes;
import io.github.langgan.customer.webhook.PartnersShare;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as receivers get it: without its person.
 *
 * @param about what decides whose it is, if an id does
 * @param partner that the event names
 */
record TakenEvent(
    UUID id,
    String type,
    UUID key,
    Instant occurredAt,
    String data,
    PartnersShare share,
    @Nullable UUID about,
    @Nullable String partner) {

  /** Throws when the data are not as the type's schema says. */
  static TakenEvent of(ReceivedEvent event) {
    PartnersShare share = EventTypes.find(event.type()).orElseThrow();
    ObjectNode data = EventJson.read(event.data(), ObjectNode.class);
    data.remove(PERSON);
    String field = share.field();
    return new TakenEvent(
        event.id(),
        event.type(),
        event.key(),
        event.time(),
        new String(EventJson.write(data), UTF_8),
        share,
        field == null ? null : UUID.fromString(data.path(field).asText()),
        data.path("partner").isTextual() ? data.path("partner").textValue() : null);
  }
}
