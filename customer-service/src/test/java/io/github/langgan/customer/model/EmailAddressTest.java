package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @Test
  void the_domain_is_lower_case_and_the_local_part_as_stated() {
    assertThat(new EmailAddress("Siti.Rahma+Toko@Example.COM").value())
        .isEqualTo("Siti.Rahma+Toko@example.com");
  }

  @Test
  void capital_letters_make_no_other_address_but_dots_and_tags_do() {
    String siti = new EmailAddress("siti.rahma+toko@example.com").lookupKey();
    assertThat(new EmailAddress("Siti.Rahma+TOKO@example.com").lookupKey()).isEqualTo(siti);
    assertThat(new EmailAddress("sitirahma+toko@example.com").lookupKey()).isNotEqualTo(siti);
    assertThat(new EmailAddress("siti.rahma@example.com").lookupKey()).isNotEqualTo(siti);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "siti",
        "@example.com",
        "siti@",
        "siti@localhost",
        "siti@@example.com",
        "si ti@example.com",
        ".siti@example.com",
        "siti.@example.com",
        "si..ti@example.com",
        "siti@-example.com",
        "siti@example-.com",
        "siti@example..com",
        "siti@example.1",
        "siti@127.0.0.1",
        "\"siti\"@example.com",
        "siti@example.com,budi@example.com",
        "a1234567890123456789012345678901234567890123456789012345678901234@example.com",
      })
  void what_is_no_address_is_refused(String text) {
    assertThatThrownBy(() -> new EmailAddress(text))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.code()).isEqualTo("email"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sіti@example.com", // a Cyrillic i
        "siti@еxample.com", // a Cyrillic e
        "\u202Esiti@example.com",
        "siti\u200B@example.com",
        "siti@example.com\u2069",
        " siti@example.com",
        "ｓiti@example.com",
      })
  void look_alike_letters_and_invisible_characters_are_unsafe(String text) {
    assertThatThrownBy(() -> new EmailAddress(text))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            invalid -> assertThat(invalid.code()).isEqualTo(InvalidValue.UNSAFE_TEXT));
  }

  @Test
  void a_long_text_is_refused_at_once() {
    String hostile = "a.".repeat(50_000) + "@" + "b.".repeat(50_000);
    assertThatThrownBy(() -> new EmailAddress(hostile)).isInstanceOf(InvalidValue.class);
  }
}
