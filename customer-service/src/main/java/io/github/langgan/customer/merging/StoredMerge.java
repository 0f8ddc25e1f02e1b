package io.github.langgan.customer.merging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code merge}. */
record StoredMerge(
    UUID id,
    boolean proposal,
    UUID survivorId,
    UUID mergedId,
    Instant askedAt,
    UUID operationId,
    String fields,
    @Nullable Integer survivorVersion,
    @Nullable Instant answerBy,
    boolean overdue,
    @Nullable UUID undoOperationId,
    @Nullable Instant undoneAt,
    boolean neverMatch) {}
