package io.github.langgan.loyalty.merging;

import java.util.UUID;

/**
 * Of two records of one customer.
 *
 * @param id of the merge, or of its proposal
 */
public record Merge(UUID id, UUID survivor, UUID merged) {}
