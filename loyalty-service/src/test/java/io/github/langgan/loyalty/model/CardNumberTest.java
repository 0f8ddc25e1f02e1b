package io.github.langgan.loyalty.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
  void a_drawn_number_has_its_prefix_and_a_check_digit(
      @ForAll @IntRange(min = 100_000, max = 999_999) int prefix, @ForAll long seed) {
    CardNumber card = CardNumber.draw(Integer.toString(prefix), new Random(seed));

    assertThat(card.digits()).hasSize(16).startsWith(Integer.toString(prefix));
  }

  @Property
  void one_wrong_digit_or_two_swapped_are_noticed(
      @ForAll long seed,
      @ForAll @IntRange(max = 15) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    String digits = CardNumber.draw("700000", new Random(seed)).digits();
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
