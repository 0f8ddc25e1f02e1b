package io.github.langgan.chassis.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An amount in a currency (ISO 4217), at most {@value Decimals#MAX_SCALE} decimals; on the wire
 * {@code {"amount":"15.30","currency":"GBP"}}.
 */
@Schema(description = "An amount of money")
public record Money(
    @Schema(
            required = true,
            implementation = String.class,
            maxLength = 30,
            pattern = "^-?[0-9]{1,24}(\\.[0-9]{1,4})?$",
            description = "A decimal number")
        BigDecimal amount,
    @Schema(required = true, maxLength = 3, pattern = "^[A-Z]{3}$", description = "ISO 4217")
        String currency) {

  public Money {
    if (amount.scale() > Decimals.MAX_SCALE) {
      amount = amount.setScale(Decimals.MAX_SCALE, RoundingMode.UNNECESSARY);
    }
  }

  @JsonCreator
  static Money parse(
      @JsonProperty("amount") String amount, @JsonProperty("currency") String currency) {
    return new Money(Decimals.parse(amount), Currency.getInstance(currency).getCurrencyCode());
  }

  @JsonProperty("amount")
  String amountText() {
    return Decimals.format(amount, currency);
  }

  /** Throws when the currencies differ. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(currency + " plus " + other.currency);
    }
    return new Money(amount.add(other.amount), currency);
  }

  public Money negate() {
    return new Money(amount.negate(), currency);
  }
}
