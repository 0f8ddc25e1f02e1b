package io.github.langgan.profile.contract;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The customer of a transaction was found later. Tells all of the transaction again, for it may be
 * read before {@link TransactionRecordedV1}, which has another key.
 */
public record TransactionAttributedV1(
    UUID transactionId,
    String partner,
    String externalId,
    @JsonProperty("type") TransactionType transactionType,
    Instant occurredAt,
    Instant recordedAt,
    UUID customerId,
    Instant attributedAt,
    String currency,
    String channel,
    String total,
    String reportedTotal,
    List<LineV1> lines)
    implements PublishedEvent {

  public static TransactionAttributedV1 of(Transaction transaction) {
    UUID customerId = requireNonNull(transaction.cameFor());
    return new TransactionAttributedV1(
        transaction.transactionId(),
        transaction.partner(),
        transaction.externalId(),
        transaction.type(),
        transaction.occurredAt(),
        transaction.recordedAt(),
        customerId,
        requireNonNull(transaction.attributedAt()),
        transaction.currency(),
        transaction.channel(),
        Decimals.format(transaction.total(), transaction.currency()),
        Decimals.format(transaction.reportedTotal(), transaction.currency()),
        LineV1.of(transaction));
  }

  @Override
  public String type() {
    return "transaction.attributed";
  }

  @Override
  public UUID key() {
    return customerId;
  }

  @Override
  public String subject() {
    return transactionId.toString();
  }
}
