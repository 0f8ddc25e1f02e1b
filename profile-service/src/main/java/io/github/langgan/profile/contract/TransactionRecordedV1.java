package io.github.langgan.profile.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner's transaction was recorded. Amounts are decimal strings in {@code currency}. */
public record TransactionRecordedV1(
    UUID transactionId,
    String partner,
    String externalId,
    @JsonProperty("type") TransactionType transactionType,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable UUID customerId,
    String currency,
    String channel,
    String total,
    String reportedTotal,
    List<LineV1> lines)
    implements PublishedEvent {

  public static TransactionRecordedV1 of(Transaction transaction) {
    return new TransactionRecordedV1(
        transaction.transactionId(),
        transaction.partner(),
        transaction.externalId(),
        transaction.type(),
        transaction.occurredAt(),
        transaction.recordedAt(),
        transaction.cameFor(),
        transaction.currency(),
        transaction.channel(),
        Decimals.format(transaction.total(), transaction.currency()),
        Decimals.format(transaction.reportedTotal(), transaction.currency()),
        LineV1.of(transaction));
  }

  @Override
  public String type() {
    return "transaction.recorded";
  }

  @Override
  public UUID key() {
    return customerId == null ? transactionId : customerId;
  }

  @Override
  public String subject() {
    return transactionId.toString();
  }
}
