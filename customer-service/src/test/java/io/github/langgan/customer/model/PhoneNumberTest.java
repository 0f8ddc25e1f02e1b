package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+628123456789",
        "+62 812-3456-789",
        "0812-3456-789",
        "0812 3456 789",
        "(0812) 3456789",
        "0812.3456.789",
        "8123456789",
        "62 812 3456 789",
        "00 62 812 3456 789",
        " 628123456789",
        "\uFF0B62\u00A0812\u20103456\u2010789",
        "٠٨١٢٣٤٥٦٧٨٩",
      })
  void all_writings_of_a_number_are_the_same_number(String written) {
    assertThat(PhoneNumber.read(written, "ID")).isEqualTo(new PhoneNumber("+628123456789"));
  }

  @ParameterizedTest
  @CsvSource({
    "62811123456, +62811123456",
    "62 811-123-456, +62811123456",
    "(62) 21 555 1234, +62215551234",
    "62 (0)21 555 1234, +62215551234",
    "6281234567890, +6281234567890",
    "0622 12345, +6262212345",
  })
  void a_short_number_needs_no_plus_before_its_country_either(String written, String meant) {
    assertThat(PhoneNumber.read(written, "ID").value()).isEqualTo(meant);
  }

  @Test
  void who_lives_abroad_has_numbers_as_they_are_written_there() {
    assertThat(PhoneNumber.read("(02) 9374 4000", "ID", "AU").value()).isEqualTo("+61293744000");
    assertThat(PhoneNumber.read("0412 345 678", "ID", "AU").value()).isEqualTo("+61412345678");
    assertThat(PhoneNumber.read("0812-3456-789", "ID", "AU").value()).isEqualTo("+628123456789");
    assertThat(PhoneNumber.read("+628123456789", "ID", "AU").value()).isEqualTo("+628123456789");
    assertThat(PhoneNumber.read("(021) 555 1234", "ID", "ZZ").value()).isEqualTo("+62215551234");
  }

  @Test
  void a_national_number_may_begin_like_its_country() {
    assertThat(PhoneNumber.read("391 234 5678", "IT").value()).isEqualTo("+393912345678");
    assertThat(PhoneNumber.read("628 91234", "ID").value()).isEqualTo("+6262891234");
  }

  @Test
  void two_zeros_stand_for_a_plus() {
    assertThat(PhoneNumber.read("0062 21 555 1234", "ID").value()).isEqualTo("+62215551234");
  }

  @Test
  void the_region_decides_what_a_national_number_means() {
    assertThat(PhoneNumber.read("020 7946 0018", "GB").value()).isEqualTo("+442079460018");
    assertThat(PhoneNumber.read("+44 20 7946 0018", "ID").value()).isEqualTo("+442079460018");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "siti@example.com",
        "0800-FLOWERS",
        "0812-3456-789 ext 12",
        "\u202E0812-3456-789",
        "+62",
        "+999 1234 5678",
        "+62 000 196 640",
        "08123456789012345678",
        "1234567890123456789012345678901234567890123",
      })
  void what_is_no_number_is_refused(String written) {
    assertThatThrownBy(() -> PhoneNumber.read(written, "ID")).isInstanceOf(InvalidValue.class);
  }

  @Property(tries = 2_000)
  void an_indonesian_number_is_read_the_same_in_any_writing(
      @ForAll @LongRange(min = 100_000, max = 9_999_999_999_999L) long national) {
    assertThat(outcome("+62" + national)).isEqualTo(outcome("+62 " + national));
  }

  private static Object outcome(String written) {
    try {
      return PhoneNumber.read(written, "ID");
    } catch (InvalidValue refused) {
      return refused.code();
    }
  }
}
