package io.github.langgan.profile.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as a partner reports it, checked.
 *
 * @param customer null when the customer is anonymous
 * @param returns the partner's number of the purchase that a return gives back, if it knows
 * @param lines of a return that names its purchase: none for all that is left of it
 */
public record ReportedTransaction(
    String externalId,
    TransactionType type,
    Instant occurredAt,
    @Nullable CustomerReference customer,
    String currency,
    String channel,
    @Nullable String returns,
    List<ReportedLine> lines) {

  public boolean isReturn() {
    return type == TransactionType.RETURN;
  }

  /** Whether the partner says what it took or gave back for each line. */
  public boolean statesItsTotal() {
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.unitPrice() != null);
  }

  /** What the partner says that it took or gave back. */
  public BigDecimal reportedTotal() {
    BigDecimal total = BigDecimal.ZERO;
    for (ReportedLine line : lines) {
      total = total.add(line.amount());
    }
    return total;
  }
}
