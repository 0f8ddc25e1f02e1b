package io.github.langgan.chassis.inbox;

import java.time.Instant;

/**
 * How current a section is that came by events.
 *
 * @param asOf everything published up to then is included; the epoch when nothing is known yet
 * @param lagMillis from then until the answer
 */
public record Freshness(Instant asOf, long lagMillis) {}
