package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceTest {

  private static final Confidences RULES =
      new Confidences(List.of("MEMBER_CARD:0.9", "WEB:0.6"), "0.5");

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "1.00", "0.5", "0.95", "0E+3", "1E-2"})
  void it_lies_between_zero_and_one(String value) {
    assertThat(Confidence.of(value)).isBetween(Confidence.of("0"), Confidence.of("1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "1.01", "2", "0.123", "1E-3", "1E+300"})
  void nothing_is_surer_than_sure_or_measured_in_thousandths(String value) {
    assertThatThrownBy(() -> Confidence.of(value))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("confidence"));
  }

  @ParameterizedTest
  @CsvSource({
    "MEMBER_CARD,     , 0.9",
    "MEMBER_CARD, 0.30, 0.3",
    "WEB,             , 0.6",
    "FAX,             , 0.5",
    "FAX,         1.00, 1",
  })
  void what_the_source_says_outweighs_the_rule_of_its_form(
      String form, @Nullable String stated, String confidence) {
    Source source = new Source(form, Instant.EPOCH, stated == null ? null : Confidence.of(stated));
    assertThat(RULES.of(source)).isEqualTo(Confidence.of(confidence));
  }

  @Test
  void a_rule_that_means_nothing_is_refused_at_the_start() {
    assertThatThrownBy(() -> new Confidences(List.of("WEB=0.6"), "0.5"))
        .hasMessageContaining("WEB=0.6");
    assertThatThrownBy(() -> new Confidences(List.of("WEB:6"), "0.5"))
        .isInstanceOf(InvalidValue.class);
  }
}
