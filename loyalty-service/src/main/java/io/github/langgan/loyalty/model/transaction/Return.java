package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param customer the record that it came for; null while nobody knows who returned
 * @param lines what it gives back of known purchases; lines that match none are left out
 */
public record Return(
    TransactionId id,
    String partner,
    String externalId,
    @Nullable CustomerId customer,
    Instant occurredAt,
    String currency,
    @Nullable String channel,
    BigDecimal total,
    List<ReturnedLine> lines)
    implements Transaction {}
