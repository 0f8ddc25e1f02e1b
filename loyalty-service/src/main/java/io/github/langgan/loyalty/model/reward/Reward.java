package io.github.langgan.loyalty.model.reward;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that members may have for points.
 *
 * @param points that a piece costs
 * @param money for which a piece may be had in part; null: points only
 * @param stock how many there are in all; null: as many as anybody wants
 * @param taken how many of them are reserved or redeemed
 * @param limit null: none
 * @param validUntil exclusive; null: without end
 * @param endedAt when somebody ended it before; null: nobody did
 */
public record Reward(
    RewardId id,
    ProgramId program,
    String name,
    @Nullable String description,
    long points,
    @Nullable MoneyPrice money,
    @Nullable Long stock,
    long taken,
    @Nullable Limit limit,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant endedAt,
    Instant createdAt,
    long version) {

  public RewardState stateAt(Instant at) {
    if (endedAt != null || validUntil != null && !at.isBefore(validUntil)) {
      return RewardState.ENDED;
    }
    return at.isBefore(validFrom) ? RewardState.PLANNED : RewardState.ACTIVE;
  }

  /** Null: as many as anybody wants. */
  public @Nullable Long left() {
    return stock == null ? null : stock - taken;
  }

  /** The points that have to be paid for some pieces at least. */
  public long leastPoints(int pieces) {
    return Math.multiplyExact(money == null ? points : money.leastPoints(), (long) pieces);
  }

  /**
   * The money is that of the points that are not paid, rounded up to what the currency has.
   *
   * @param paid in points; null: all of it
   * @param currency of the program
   * @return empty when it is more than the price, or less than has to be paid in points
   */
  public Optional<Price> price(int pieces, @Nullable Long paid, String currency) {
    long full = Math.multiplyExact(points, (long) pieces);
    if (paid == null || paid == full) {
      return Optional.of(new Price(full, null));
    }
    if (money == null || paid > full || paid < leastPoints(pieces)) {
      return Optional.empty();
    }
    BigDecimal due =
        money
            .amount()
            .multiply(BigDecimal.valueOf(full - paid))
            .divide(
                BigDecimal.valueOf(points),
                Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()),
                RoundingMode.CEILING);
    return Optional.of(new Price(paid, new Money(due, currency)));
  }
}
