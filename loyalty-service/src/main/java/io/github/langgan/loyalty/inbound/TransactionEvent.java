package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.github.langgan.loyalty.model.transaction.Return;
import io.github.langgan.loyalty.model.transaction.ReturnedLine;
import io.github.langgan.loyalty.model.transaction.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we read of {@code transaction.recorded} and {@code transaction.attributed}. */
record TransactionEvent(
    UUID transactionId,
    String partner,
    String externalId,
    Type type,
    Instant occurredAt,
    @Nullable UUID customerId,
    String currency,
    @Nullable String channel,
    BigDecimal total,
    List<Line> lines) {

  enum Type {
    PURCHASE,
    RETURN
  }

  record Line(
      int line,
      String product,
      @Nullable String category,
      long quantity,
      BigDecimal unitPrice,
      BigDecimal discount,
      BigDecimal amount,
      @Nullable ReturnOf returnOf) {}

  record ReturnOf(UUID transactionId, int line) {}

  TransactionEvent {
    requireNonNull(transactionId);
    requireNonNull(partner);
    requireNonNull(externalId);
    requireNonNull(type);
    requireNonNull(occurredAt);
    requireNonNull(currency);
    requireNonNull(total);
    requireNonNull(lines);
  }

  Transaction transaction() {
    TransactionId id = new TransactionId(transactionId);
    @Nullable CustomerId customer = customerId == null ? null : new CustomerId(customerId);
    return switch (type) {
      case PURCHASE ->
          new Purchase(
              id,
              partner,
              externalId,
              customer,
              occurredAt,
              currency,
              channel,
              total,
              lines.stream().map(TransactionEvent::bought).toList());
      case RETURN ->
          new Return(
              id,
              partner,
              externalId,
              customer,
              occurredAt,
              currency,
              channel,
              total,
              lines.stream()
                  .filter(line -> line.returnOf() != null)
                  .map(TransactionEvent::returned)
                  .toList());
    };
  }

  private static PurchaseLine bought(Line line) {
    return new PurchaseLine(
        line.line(),
        requireNonNull(line.product()),
        line.category(),
        line.quantity(),
        requireNonNull(line.unitPrice()),
        requireNonNull(line.discount()),
        requireNonNull(line.amount()));
  }

  private static ReturnedLine returned(Line line) {
    ReturnOf of = requireNonNull(line.returnOf());
    return new ReturnedLine(
        line.line(),
        new TransactionId(requireNonNull(of.transactionId())),
        of.line(),
        line.quantity());
  }
}
