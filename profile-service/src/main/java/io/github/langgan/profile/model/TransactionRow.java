package io.github.langgan.profile.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table transaction. */
record TransactionRow(
    UUID transactionId,
    String partner,
    String externalId,
    TransactionType type,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable UUID customerId,
    @Nullable UUID cameFor,
    @Nullable Instant attributedAt,
    @Nullable String reference,
    @Nullable String returnsExternalId,
    String currency,
    String channel,
    BigDecimal total,
    BigDecimal reportedTotal) {

  Transaction with(List<TransactionLine> lines) {
    return new Transaction(
        transactionId,
        partner,
        externalId,
        type,
        occurredAt,
        recordedAt,
        Owner.of(customerId, cameFor),
        attributedAt,
        reference == null ? null : new CustomerReference(reference),
        returnsExternalId,
        currency,
        channel,
        total,
        reportedTotal,
        lines);
  }
}
