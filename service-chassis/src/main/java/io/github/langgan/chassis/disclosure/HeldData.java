package io.github.langgan.chassis.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.event.PersonalEvent;
import java.time.Instant;
import java.util.Map;

/** What a service holds of data subjects, and the event by which it tells it. */
public interface HeldData {

  /**
   * What they did and gave: a query by section, in their order. {@code :subjects} are the ids that
   * are asked for, {@code :owners} those under which their things may stand now.
   */
  Map<String, String> given();

  /** What was made of it, in the same way. */
  Map<String, String> made();

  /**
   * @param part from 1
   * @param rows by section
   */
  PersonalEvent part(DisclosureRequest request, Instant at, int part, boolean last, JsonNode rows);
}
