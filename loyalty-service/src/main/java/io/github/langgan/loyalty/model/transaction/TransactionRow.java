package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TransactionRow(
    UUID id,
    String type,
    String partner,
    String externalId,
    @Nullable UUID cameFor,
    Instant occurredAt,
    String currency,
    @Nullable String channel,
    BigDecimal total,
    String lines) {

  Transaction transaction() {
    StoredLines stored = StoredLines.read(lines);
    TransactionId transactionId = new TransactionId(id);
    @Nullable CustomerId customer = cameFor == null ? null : new CustomerId(cameFor);
    return type.equals("PURCHASE")
        ? new Purchase(
            transactionId,
            partner,
            externalId,
            customer,
            occurredAt,
            currency,
            channel,
            total,
            stored.bought())
        : new Return(
            transactionId,
            partner,
            externalId,
            customer,
            occurredAt,
            currency,
            channel,
            total,
            stored.returned());
  }
}
