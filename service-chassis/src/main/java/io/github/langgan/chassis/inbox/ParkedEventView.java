package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.inbox.ParkedEvents.ParkedRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parked event as an operator sees it in a list: without its data.
 *
 * @param behind it waits only because an earlier event of its key is parked
 * @param attempts how often it was tried
 */
public record ParkedEventView(
    UUID eventId,
    String topic,
    int partition,
    long offset,
    String key,
    @Nullable String type,
    String reason,
    boolean behind,
    int attempts,
    Instant parkedAt) {

  static ParkedEventView from(ParkedRecord parked) {
    InboxRecord record = parked.record();
    return new ParkedEventView(
        parked.id(),
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        record.type(),
        parked.reason(),
        parked.behind(),
        parked.attempts(),
        parked.parkedAt());
  }
}
