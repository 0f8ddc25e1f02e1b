package io.github.langgan.customer.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code privacy_receipt}. */
record StoredReceipt(
    UUID requestId,
    String service,
    @Nullable Instant answeredAt,
    @Nullable String erased,
    @Nullable String retained) {}
