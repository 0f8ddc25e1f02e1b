package io.github.langgan.customer.privacy;

import java.time.Instant;
import java.util.UUID;

/**
 * What a service says it did for a request.
 *
 * @param erased JSON: how many of what
 * @param retained JSON: what has to be kept, and why
 */
public record Receipt(UUID requestId, Instant at, String erased, String retained) {}
