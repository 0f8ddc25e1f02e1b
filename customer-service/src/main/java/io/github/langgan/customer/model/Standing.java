package io.github.langgan.customer.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What holds for a customer now, beside what is said of it. */
public record Standing(
    @Nullable Instant restrictedSince, @Nullable Death death, @Nullable Instant archivedAt) {}
