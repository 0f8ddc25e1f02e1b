package io.github.langgan.analytics.facts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event told of a case: that it was opened, or resolved. */
public record CaseFact(
    UUID caseId,
    Owner owner,
    String kind,
    String category,
    @Nullable Instant openedAt,
    @Nullable Instant resolvedAt) {}
