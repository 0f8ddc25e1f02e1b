package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became known of a case.
 *
 * @param customer the record that it came for
 * @param openedAt null: not told now
 * @param endedAt when it was answered; null: not told now
 * @param certain that it is a complaint; else it counts only when it is known as one
 */
public record Complaint(
    UUID id,
    CustomerId customer,
    @Nullable Instant openedAt,
    @Nullable Instant endedAt,
    boolean certain) {}
