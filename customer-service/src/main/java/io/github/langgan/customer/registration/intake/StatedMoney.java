package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.chassis.problem.FieldError;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount as somebody wrote it, in the one writing that it has: 15.3 pounds are 15.30. */
@Schema(name = "StatedMoney", description = "An amount of money, not below zero")
public record StatedMoney(
    @NotNull
        @Pattern(regexp = "[0-9]{1,14}(\\.[0-9]{1,4})?")
        @Schema(description = "A decimal number", examples = "15000000.00")
        @Nullable String amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(description = "ISO 4217", examples = "IDR")
        @Nullable String currency) {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  public StatedMoney {
    if (amount != null && currency != null && means(amount, currency)) {
      amount = Decimals.format(new BigDecimal(amount), currency);
    }
  }

  private static boolean means(String amount, String currency) {
    return Decimals.isDecimal(amount) && CURRENCIES.contains(currency);
  }

  /**
   * @param pointer where it stands
   */
  Optional<FieldError> error(String pointer) {
    return CURRENCIES.contains(currency)
        ? Optional.empty()
        : Optional.of(
            new FieldError(
                pointer + "/currency", "currency", "must be a currency of ISO 4217, like IDR"));
  }

  boolean isZero() {
    return amount != null && new BigDecimal(amount).signum() == 0;
  }
}
