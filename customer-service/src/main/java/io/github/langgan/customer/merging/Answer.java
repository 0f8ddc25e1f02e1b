package io.github.langgan.customer.merging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service says it did, or would do, or has undone.
 *
 * @param effects JSON
 * @param conflicts JSON; of what was undone
 */
public record Answer(
    UUID mergeId, Instant at, boolean undone, String effects, @Nullable String conflicts) {}
