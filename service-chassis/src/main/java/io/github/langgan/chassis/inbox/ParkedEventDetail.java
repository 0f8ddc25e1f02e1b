package io.github.langgan.chassis.inbox;

import io.github.langgan.chassis.inbox.ParkedEvents.ParkedRecord;
import java.util.Base64;
import java.util.Map;

/**
 * A parked event with its headers and its data.
 *
 * @param payload the record's bytes in Base64, since they may be anything
 */
public record ParkedEventDetail(
    ParkedEventView event, Map<String, String> headers, String payload) {

  static ParkedEventDetail from(ParkedRecord parked) {
    return new ParkedEventDetail(
        ParkedEventView.from(parked),
        parked.record().headers(),
        Base64.getEncoder().encodeToString(parked.record().payload()));
  }
}
