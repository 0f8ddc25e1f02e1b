package io.github.langgan.profile.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as recorded; it never changes, except that its customer may be found later.
 *
 * @param owner null while nobody is known to be meant
 * @param attributedAt when the customer was known; the recording time when it was known at once
 * @param customer by what the partner named the customer; null when it named none
 * @param total the sum of the lines' amounts
 * @param reportedTotal what the partner says that it took or gave back; differs from the total when
 *     a return was given back at another price than paid
 */
public record Transaction(
    UUID transactionId,
    String partner,
    String externalId,
    TransactionType type,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable Owner owner,
    @Nullable Instant attributedAt,
    @Nullable CustomerReference customer,
    @Nullable String returns,
    String currency,
    String channel,
    BigDecimal total,
    BigDecimal reportedTotal,
    List<TransactionLine> lines) {

  /** Whose it is now. */
  public @Nullable UUID customerId() {
    return owner == null ? null : owner.customerId();
  }

  /** The record that it came for, see {@link Owner}. */
  public @Nullable UUID cameFor() {
    return owner == null ? null : owner.cameFor();
  }

  public boolean isReturn() {
    return type == TransactionType.RETURN;
  }

  /** With other lines. */
  public Transaction givingBack(List<TransactionLine> newLines) {
    return new Transaction(
        transactionId,
        partner,
        externalId,
        type,
        occurredAt,
        recordedAt,
        owner,
        attributedAt,
        customer,
        returns,
        currency,
        channel,
        totalOf(newLines),
        reportedTotal,
        newLines);
  }

  /** As it was reported; holds for one whose lines give nothing back yet. */
  public ReportedTransaction asReported() {
    return new ReportedTransaction(
        externalId,
        type,
        occurredAt,
        customer,
        currency,
        channel,
        returns,
        lines.stream().map(TransactionLine::asReported).toList());
  }

  public static BigDecimal totalOf(List<TransactionLine> lines) {
    BigDecimal total = BigDecimal.ZERO;
    for (TransactionLine line : lines) {
      total = total.add(line.amount());
    }
    return total;
  }

  /** Its customer may still turn up. */
  public boolean isWaiting() {
    return owner == null && customer != null;
  }
}
