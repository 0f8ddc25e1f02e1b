package io.github.langgan.analytics.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase or a return. Everything but whose it is never changes.
 *
 * @param revenue the money that moved, which a return at another price has different from its lines
 * @param attribution null when nobody is known
 */
public record TransactionFact(
    UUID transactionId,
    String partner,
    Type type,
    Instant occurredAt,
    String currency,
    @Nullable String channel,
    BigDecimal revenue,
    @Nullable Attribution attribution,
    List<LineFact> lines) {

  public enum Type {
    PURCHASE,
    RETURN
  }

  /** Whose it is, and when that was said. */
  public record Attribution(Owner owner, Instant at) {}

  /** Of the lines whose cost is known; zero when none is. */
  BigDecimal cost() {
    return lines.stream().map(LineFact::knownCost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Of the lines whose cost is known; all of it when that is every line. */
  BigDecimal costedRevenue() {
    if (lines.stream().allMatch(line -> line.cost() != null)) {
      return revenue;
    }
    return lines.stream()
        .filter(line -> line.cost() != null)
        .map(LineFact::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Nullable UUID customerId() {
    return attribution == null ? null : attribution.owner().customerId();
  }

  @Nullable UUID cameFor() {
    return attribution == null ? null : attribution.owner().cameFor();
  }

  @Nullable Instant attributedAt() {
    return attribution == null ? null : attribution.at();
  }

  /** Of two reports of the same transaction, the one that knows better whose it is. */
  static TransactionFact latest(TransactionFact one, TransactionFact other) {
    Instant first = one.attributedAt();
    Instant second = other.attributedAt();
    return second != null && (first == null || second.isAfter(first)) ? other : one;
  }
}
