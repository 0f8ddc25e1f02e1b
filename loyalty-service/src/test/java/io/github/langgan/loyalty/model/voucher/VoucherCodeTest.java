package io.github.langgan.loyalty.model.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VoucherCodeTest {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @Property
  void every_wrong_character_is_found(
      @ForAll long seed,
      @ForAll @IntRange(max = 10) int place,
      @ForAll @IntRange(max = 31) int character) {
    VoucherCode code = VoucherCode.draw("", 10, new Random(seed));
    StringBuilder typed = new StringBuilder(code.text());
    typed.setCharAt(place, ALPHABET.charAt(character));

    assertThat(code.isMistyped()).isFalse();
    assertThat(new VoucherCode(typed.toString()).isMistyped())
        .isEqualTo(!typed.toString().equals(code.text()));
  }

  @Property
  void two_characters_in_each_others_place_are_found(
      @ForAll long seed,
      @ForAll @IntRange(max = 30) int one,
      @ForAll @IntRange(max = 30) int other) {
    VoucherCode code = VoucherCode.draw("0123456789", 20, new Random(seed));
    StringBuilder typed = new StringBuilder(code.text());
    typed.setCharAt(one, code.text().charAt(other));
    typed.setCharAt(other, code.text().charAt(one));

    assertThat(new VoucherCode(typed.toString()).isMistyped())
        .isEqualTo(!typed.toString().equals(code.text()));
  }

  @Test
  void what_people_write_is_read_as_it_was_meant() {
    assertThat(VoucherCode.read("oil-9 x").map(VoucherCode::text)).hasValue("0119X");
    assertThat(VoucherCode.read("WELCOME10")).isEqualTo(VoucherCode.read("welc0me1o"));
    assertThat(VoucherCode.read("")).isEmpty();
    assertThat(VoucherCode.read("-")).isEmpty();
    assertThat(VoucherCode.read("КОД")).isEmpty();
    assertThat(VoucherCode.read("A".repeat(32))).isEmpty();
  }

  @Test
  void a_prefix_is_part_of_the_code_and_shown_as_it_was_given() {
    CodeForm.Drawn form = new CodeForm.Drawn("SALE", 10);
    VoucherCode code = VoucherCode.draw(form.canonicalPrefix(), form.length(), new Random(1));

    assertThat(code.text()).startsWith("SA1E").hasSize(15);
    assertThat(form.shown(code)).startsWith("SALE-").hasSize(16);
    assertThat(VoucherCode.read(form.shown(code))).hasValue(code);
    assertThat(VoucherCode.canBeginWith("SUMMER")).isFalse();
  }

  @Test
  void a_code_does_not_tell_itself_to_a_log() {
    assertThat(new VoucherCode("ABCDEFGH123")).hasToString("…H123");
  }
}
