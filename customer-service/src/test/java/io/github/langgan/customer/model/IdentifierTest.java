package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

  @Test
  void a_value_is_kept_as_it_is_also_when_it_looks_like_sql() {
    assertThat(new Identifier("acme", "'; DROP TABLE customer; --").value())
        .isEqualTo("'; DROP TABLE customer; --");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',17850",
        "ac me,17850",
        "-acme,17850",
        "acme,''",
        "acme, 17850",
        "acme,17850 ",
        "acme,１７８５０",
        "аcme,17850"
      })
  void what_people_could_mistake_for_another_is_refused(String source, String value) {
    assertThatThrownBy(() -> new Identifier(source, value)).isInstanceOf(InvalidValue.class);
  }
}
