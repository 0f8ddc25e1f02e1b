package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.analytics.facts.LineFact;
import io.github.langgan.analytics.facts.Owner;
import io.github.langgan.analytics.facts.TransactionFact;
import io.github.langgan.analytics.facts.TransactionFact.Attribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of {@code transaction.recorded} and {@code transaction.attributed} that we read. */
record TransactionReported(
    UUID transactionId,
    String partner,
    TransactionFact.Type type,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable UUID customerId,
    @Nullable Instant attributedAt,
    String currency,
    @Nullable String channel,
    BigDecimal total,
    @Nullable BigDecimal reportedTotal,
    List<Line> lines) {

  TransactionReported {
    requireNonNull(transactionId, "transactionId");
    requireNonNull(type, "type");
    requireNonNull(occurredAt, "occurredAt");
    requireNonNull(currency, "currency");
    requireNonNull(total, "total");
    requireNonNull(lines, "lines");
  }

  record Line(
      int line,
      String product,
      @Nullable String category,
      int quantity,
      BigDecimal amount,
      @Nullable BigDecimal unitCost,
      @Nullable ReturnOf returnOf) {

    record ReturnOf(UUID transactionId, int line) {}

    LineFact toFact() {
      return new LineFact(
          line,
          product,
          category,
          quantity,
          amount,
          unitCost == null ? null : unitCost.multiply(BigDecimal.valueOf(quantity)),
          returnOf == null
              ? null
              : new LineFact.ReturnOf(returnOf.transactionId(), returnOf.line()));
    }
  }

  /** What was paid or given back; lines of a return carry the price that was paid once. */
  private BigDecimal moved() {
    return reportedTotal == null ? total : reportedTotal;
  }

  /**
   * Who a purchase belonged to when it was recorded was known then.
   *
   * @param erased those whose transactions are nobody's
   */
  TransactionFact toFact(Map<UUID, UUID> meanings, Set<UUID> erased) {
    Instant said = attributedAt == null ? requireNonNull(recordedAt, "recordedAt") : attributedAt;
    return new TransactionFact(
        transactionId,
        partner,
        type,
        occurredAt,
        currency,
        channel,
        moved(),
        customerId == null || erased.contains(customerId)
            ? null
            : new Attribution(Owner.of(customerId, meanings), said),
        lines.stream().map(Line::toFact).toList());
  }
}
