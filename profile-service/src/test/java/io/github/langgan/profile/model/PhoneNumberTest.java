package io.github.langgan.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+628123456789",
        "08123456789",
        "0812-345-6789",
        "62 812 345 6789",
        "(+62) 812 345 6789",
        "0062 8123456789"
      })
  void every_usual_writing_is_one_number(String written) {
    assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber("+628123456789"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"62811123456", "62 811-123-456", "+62811123456", "0811123456"})
  void a_short_number_needs_no_plus_before_its_country_either(String written) {
    assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber("+62811123456"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "12", "+62", "+6281234567890123456789", "siti@example.com"})
  void what_is_no_number_is_none(String written) {
    assertThat(PhoneNumber.parse(written)).isEmpty();
  }
}
