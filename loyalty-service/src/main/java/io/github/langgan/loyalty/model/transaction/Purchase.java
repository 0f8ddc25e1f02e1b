package io.github.langgan.loyalty.model.transaction;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.TransactionId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * @param customer the record that it came for; null while nobody knows who bought
 * @param total what was paid, usually the sum of the lines' amounts
 */
public record Purchase(
    TransactionId id,
    String partner,
    String externalId,
    @Nullable CustomerId customer,
    Instant occurredAt,
    String currency,
    @Nullable String channel,
    BigDecimal total,
    List<PurchaseLine> lines)
    implements Transaction {

  /**
   * What is left of the purchase after returns, as if only that had been bought. Depends on how
   * much of each line came back, not on how many returns brought it.
   *
   * @param returned quantities by line number
   * @return empty when everything came back
   */
  public Optional<Purchase> less(Map<Integer, Long> returned) {
    List<PurchaseLine> kept = new ArrayList<>(lines.size());
    BigDecimal gone = BigDecimal.ZERO;
    for (PurchaseLine line : lines) {
      long left = Math.max(0, line.quantity() - returned.getOrDefault(line.number(), 0L));
      PurchaseLine rest = left == line.quantity() ? line : line.keeping(left);
      gone = gone.add(line.amount().subtract(rest.amount()));
      if (left > 0) {
        kept.add(rest);
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(with(total.subtract(gone), kept));
  }

  /**
   * As if these lines had not been bought.
   *
   * @return empty when that was all
   */
  public Optional<Purchase> without(Predicate<PurchaseLine> unwanted) {
    List<PurchaseLine> kept = lines.stream().filter(unwanted.negate()).toList();
    if (kept.size() == lines.size()) {
      return Optional.of(this);
    }
    BigDecimal gone =
        lines.stream()
            .filter(unwanted)
            .map(PurchaseLine::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return kept.isEmpty() ? Optional.empty() : Optional.of(with(total.subtract(gone), kept));
  }

  private Purchase with(BigDecimal newTotal, List<PurchaseLine> newLines) {
    return new Purchase(
        id, partner, externalId, customer, occurredAt, currency, channel, newTotal, newLines);
  }
}
