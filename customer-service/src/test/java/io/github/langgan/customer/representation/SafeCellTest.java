package io.github.langgan.customer.representation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+62812", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "'=1+1"})
  void what_looks_like_a_formula_gets_an_apostrophe(String text) {
    assertThat(SafeCell.write(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Siti", "O'Neill", "'Abd", "1-2", "a=b"})
  void other_text_stays_as_it_is(String text) {
    assertThat(SafeCell.write(text)).isEqualTo(text);
    assertThat(SafeCell.read(text)).isEqualTo(text);
  }

  @Property(tries = 300)
  void what_was_written_is_read_again(@ForAll @Chars({'\'', '=', '+', 'a', '\t'}) String text) {
    assertThat(SafeCell.read(SafeCell.write(text))).isEqualTo(text);
  }
}
