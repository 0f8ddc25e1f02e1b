package io.github.langgan.customer.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service has gathered of a customer, or a part of it.
 *
 * @param number from 1
 * @param last whether there are no more of that service
 * @param content JSON; null when nobody can read it any more
 */
public record PackagePart(
    UUID requestId, Instant at, int number, boolean last, @Nullable String content) {}
