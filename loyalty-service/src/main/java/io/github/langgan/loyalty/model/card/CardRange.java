package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.Expiry;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that some cards of a program may have.
 *
 * @param prefix that they begin with; no other range has one of them
 * @param partner whose co-branded cards they are; null: the company's own
 * @param price of a card
 * @param currency ISO 4217, the program's
 * @param validMonths how long a piece can be used; null: for ever
 * @param zone where the program's days end
 */
public record CardRange(
    CardRangeId id,
    ProgramId program,
    String name,
    String prefix,
    CardKind kind,
    @Nullable String partner,
    BigDecimal price,
    String currency,
    FeePolicy feePolicy,
    @Nullable Integer validMonths,
    ZoneId zone,
    Instant createdAt) {

  /** A program's own prefix: cards that cost nothing and need no plastic. */
  public static CardRange firstOf(Program program) {
    return new CardRange(
        CardRangeId.next(),
        program.id(),
        program.name(),
        program.cardPrefix(),
        CardKind.VIRTUAL,
        null,
        BigDecimal.ZERO,
        program.currency(),
        FeePolicy.HALF,
        null,
        program.zone(),
        program.createdAt());
  }

  /** How many cards it can have: the last digit of a number is for the check. */
  public long capacity() {
    return CardNumber.capacity(prefix);
  }

  /** Of a piece issued then; null: never. */
  public @Nullable Instant expiryOfIssued(Instant at) {
    return validMonths == null
        ? null
        : Expiry.rolling(Period.ofMonths(validMonths)).endsFor(at, zone);
  }

  public Fee replacementFee(ReplacementReason why, Optional<String> tier) {
    return feePolicy.fee(price, currency, why, tier);
  }
}
