package io.github.langgan.profile.inbound;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.profile.model.Owner;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened with a customer elsewhere.
 *
 * @param entryId the event's
 * @param kind what a caller filters by: MEMBERSHIP, CARD, OFFER, POINTS, CASE or INTAKE
 * @param type the event's
 * @param subjectId what it happened to
 */
record TimelineEntry(
    UUID entryId,
    Owner owner,
    Instant at,
    String kind,
    String type,
    UUID subjectId,
    Map<String, Object> details) {

  static TimelineEntry of(
      ReceivedEvent event,
      Owner owner,
      Instant at,
      String kind,
      UUID subjectId,
      Map<String, Object> details) {
    return new TimelineEntry(event.id(), owner, at, kind, event.type(), subjectId, details);
  }
}
