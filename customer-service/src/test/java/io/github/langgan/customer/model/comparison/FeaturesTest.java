package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.customer.model.CustomerKind;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeaturesTest {

  private static final String DIGITS = "0123456789";

  @Test
  void a_monstrous_record_is_bounded() {
    String words =
        IntStream.range(0, 200)
            .mapToObj(i -> i % 2 == 0 ? "word" + (char) ('a' + i % 26) + i : "" + i)
            .collect(Collectors.joining(" "));
    FeaturesBuilder builder = siti(words);
    for (int i = 0; i < 100; i++) {
      builder
          .place(words, "Town" + i, "1" + i)
          .phone("+6281234" + i)
          .email(i + "@example.com")
          .identifier("nik", "3171" + i);
    }

    Features features = builder.build().orElseThrow();

    assertThat(BlockingKeys.of(features)).hasSizeBetween(700, 1_200);
    assertThat(features.name()).hasSize(8);
    assertThat(features.places()).hasSize(5);
    assertThat(features.places().getFirst().street()).hasSize(12);
    assertThat(features.phones()).hasSize(10);
    assertThat(features.emails()).hasSize(10);
    assertThat(features.identifiers().get("nik")).hasSize(10);
  }

  @Test
  void a_word_without_end_is_cut() {
    Features features = siti("a" + DIGITS.repeat(10)).build().orElseThrow();

    assertThat(features.name().getFirst().text()).hasSize(30);
  }

  @Test
  void what_holds_no_letter_or_digit_is_not_said() {
    Features one = siti("Siti").place("-", "-", ".").build().orElseThrow();

    Comparison comparison = Comparison.of(one, one);

    assertThat(comparison.in(Field.STREET)).isEqualTo(Agreement.MISSING);
    assertThat(comparison.in(Field.LOCALITY)).isEqualTo(Agreement.MISSING);
    assertThat(comparison.in(Field.POSTAL_CODE)).isEqualTo(Agreement.MISSING);
    assertThat(BlockingKeys.of(one)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1012 AB, 1012ab, SAME",
    "00-950, 00950, SAME",
    "〒１００-０００１, 1000001, SAME",
    "SW1A 1AA, sw1a1ab, CLOSE",
    "12-34, 34-12, DIFFERENT"
  })
  void blanks_and_dashes_do_not_make_another_postal_code_town_or_number(
      String one, String other, Agreement expected) {
    Comparison comparison = Comparison.of(valued(one), valued(other));

    assertThat(comparison.in(Field.POSTAL_CODE)).isEqualTo(expected);
    assertThat(comparison.in(Field.LOCALITY)).isEqualTo(expected);
    assertThat(comparison.in(Field.IDENTIFIER)).isEqualTo(expected);
  }

  private static Features valued(String value) {
    return siti("Siti").place("-", value, value).identifier("nik", value).build().orElseThrow();
  }

  @Test
  void parts_without_a_customer_are_no_record() {
    assertThat(new FeaturesBuilder(new Vocabulary()).phone("+628123456789").build()).isEmpty();
  }

  private static FeaturesBuilder siti(String name) {
    return new FeaturesBuilder(new Vocabulary()).customer(CustomerKind.PERSON, name, null);
  }
}
