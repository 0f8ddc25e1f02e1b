package io.github.langgan.chassis.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,14}(\\.\\d{1,4})?");
  private static final String ALPHABET = "0123456789.-+eE x";

  @Test
  void what_is_a_decimal_is_what_the_pattern_says() {
    SplittableRandom random = new SplittableRandom(7);
    int decimals = 0;
    for (int n = 0; n < 200_000; n++) {
      StringBuilder text = new StringBuilder();
      int digits = n % 2 == 0 ? 11 : ALPHABET.length(); // or hardly any would be one
      for (int length = random.nextInt(22); length > 0; length--) {
        text.append(ALPHABET.charAt(random.nextInt(digits)));
      }
      boolean expected = DECIMAL.matcher(text).matches();
      decimals += expected ? 1 : 0;
      assertThat(Decimals.isDecimal(text.toString())).as(text.toString()).isEqualTo(expected);
    }
    assertThat(decimals).isGreaterThan(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "12, GBP, 12.00",
    "12.5, GBP, 12.50",
    "12.50, GBP, 12.50",
    "12.3456, GBP, 12.3456",
    "12.3400, GBP, 12.34",
    "0.0000, GBP, 0.00",
    "-3.1, GBP, -3.10",
    "1500.00, JPY, 1500",
    "1500, JPY, 1500",
    "1E+3, JPY, 1000",
    "2500.75, IDR, 2500.75"
  })
  void an_amount_has_its_currencys_decimals_and_more_only_where_it_needs_them(
      String amount, String currency, String text) {
    assertThat(Decimals.format(new BigDecimal(amount), currency)).isEqualTo(text);
  }

  @Test
  void what_is_no_decimal_is_not_read() {
    assertThatThrownBy(() -> Decimals.parse("1e3")).isInstanceOf(NumberFormatException.class);
    assertThat(Decimals.parse("0012.30")).isEqualTo(new BigDecimal("12.30"));
  }
}
