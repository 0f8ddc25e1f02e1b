package io.github.langgan.chassis.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay came.
 *
 * @param failedEventId the event that failed again and stays parked with those behind it
 */
public record ReplayResult(int applied, @Nullable UUID failedEventId, @Nullable String reason) {}
