package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadValuesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"type\":\"integer\",\"minimum\":1}`, 0",
        "`{\"type\":\"integer\",\"exclusiveMinimum\":0}`, 0",
        "`{\"type\":\"number\",\"exclusiveMinimum\":0.5}`, 0.5",
        "`{\"type\":\"integer\",\"format\":\"int64\",\"minimum\":-9223372036854775808}`,",
        "`{\"type\":\"integer\"}`,",
      })
  void a_number_below_the_bound_is_too_small(String schema, String value) throws Exception {
    assertThat(BadValues.of(new ObjectMapper().readTree(schema)).get("too small")).isEqualTo(value);
  }
}
