package io.github.langgan.customer.merging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code merge_answer}. */
record StoredAnswer(
    UUID mergeId,
    String service,
    @Nullable Instant answeredAt,
    @Nullable String effects,
    @Nullable Instant undoneAt,
    @Nullable String undoEffects,
    @Nullable String conflicts) {}
