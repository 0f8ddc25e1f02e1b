package io.github.langgan.loyalty.model.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class CardNumberTest {

  @Test
  void a_well_known_number_is_valid_and_its_neighbours_are_not() {
    assertThat(CardNumber.isValid("4111111111111111")).isTrue();
    assertThat(CardNumber.isValid("4111111111111112")).isFalse();
    assertThat(CardNumber.isValid("411111111111111")).isFalse();
    assertThat(CardNumber.isValid("٤١١١١١١١١١١١١١١١")).isFalse();
    assertThatThrownBy(() -> new CardNumber("4111111111111112"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void a_number_has_its_prefix_its_place_and_a_check_digit(
      @ForAll @LongRange(min = 100_000, max = 9_999_999_999L) long first,
      @ForAll @LongRange(min = 0) long any) {
    String prefix = Long.toString(first);
    long place = any % CardNumber.capacity(prefix);

    String digits = CardNumber.at(prefix, place).digits();

    assertThat(digits).hasSize(16).startsWith(prefix);
    assertThat(Long.parseLong(digits.substring(prefix.length(), 15))).isEqualTo(place);
  }

  @Test
  void the_longer_the_prefix_the_fewer_the_numbers() {
    assertThat(CardNumber.capacity("700000")).isEqualTo(1_000_000_000);
    assertThat(CardNumber.capacity("7000000000")).isEqualTo(100_000);
  }

  @Property
  void one_wrong_digit_or_two_swapped_are_noticed(
      @ForAll @LongRange(min = 0, max = 999_999_999) long own,
      @ForAll @IntRange(max = 15) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    String digits = CardNumber.at("700000", own).digits();
    StringBuilder mistyped = new StringBuilder(digits);
    mistyped.setCharAt(place, (char) ('0' + (digits.charAt(place) - '0' + by) % 10));

    assertThat(CardNumber.isValid(mistyped.toString())).isFalse();
    if (place > 0) {
      char left = digits.charAt(place - 1);
      char right = digits.charAt(place);
      String swapped = digits.substring(0, place - 1) + right + left + digits.substring(place + 1);
      boolean sameOrZeroAndNine =
          left == right || (left - '0') + (right - '0') == 9 && (left == '0' || right == '0');
      assertThat(CardNumber.isValid(swapped)).isEqualTo(sameOrZeroAndNine);
    }
  }
}
