package io.github.langgan.loyalty.model.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One side of an entry.
 *
 * @param lotId of a member's account: the lot that changes; null on a program's account
 * @param points never zero
 */
public record Posting(UUID accountId, @Nullable UUID lotId, long points) {}
