package io.github.langgan.loyalty.cardrange;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.cardrange.CreateCardRangeRequest.FeePolicyRequest;
import io.github.langgan.loyalty.cardrange.CreateCardRangeRequest.PriceRequest;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.card.CardRange;
import io.github.langgan.loyalty.model.card.CardRangeId;
import io.github.langgan.loyalty.model.card.CardRanges;
import io.github.langgan.loyalty.model.card.FeePolicy;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets up a range of card numbers of a program. */
@Singleton
class CreateCardRange {

  private final CardRanges ranges;
  private final Audit audit;
  private final Clock clock;

  CreateCardRange(CardRanges ranges, Audit audit, Clock clock) {
    this.ranges = ranges;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Throws a {@link Problem} for values that no range of the program can have.
   *
   * @return empty when another range has some of its numbers
   */
  @Transactional
  public Optional<CardRange> create(Program program, CreateCardRangeRequest request) {
    CardRange range =
        new CardRange(
            CardRangeId.next(),
            program.id(),
            request.name(),
            request.prefix(),
            request.kind(),
            request.partner(),
            price(request.price(), program.currency()),
            program.currency(),
            feePolicy(request.replacementFee()),
            request.validMonths(),
            program.zone(),
            clock.instant());
    if (!ranges.add(range)) {
      return Optional.empty();
    }
    audit.record(
        "card-range.created",
        "card-range",
        range.id(),
        "",
        Map.of("program", program.id().toString(), "prefix", range.prefix()));
    return Optional.of(range);
  }

  private static BigDecimal price(@Nullable PriceRequest price, String currency) {
    if (price == null) {
      return BigDecimal.ZERO;
    }
    if (!currency.equals(price.currency())) {
      throw Problem.invalid("/price/currency", "currency", "must be the program's, " + currency);
    }
    BigDecimal amount = new BigDecimal(requireNonNull(price.amount())).stripTrailingZeros();
    if (amount.scale() > Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits())) {
      throw Problem.invalid("/price/amount", "decimals", "has more decimals than " + currency);
    }
    return amount;
  }

  private static FeePolicy feePolicy(@Nullable FeePolicyRequest policy) {
    return policy == null
        ? FeePolicy.HALF
        : new FeePolicy(
            new BigDecimal(requireNonNull(policy.share())),
            Set.copyOf(requireNonNullElse(policy.freeForTiers(), List.of())),
            Set.copyOf(requireNonNullElse(policy.freeForReasons(), List.of())));
  }
}
