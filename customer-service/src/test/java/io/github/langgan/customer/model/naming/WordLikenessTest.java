package io.github.langgan.customer.model.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordLikenessTest {

  @ParameterizedTest
  @CsvSource({
    "siti, siti",
    "sukarno, soekarno",
    "joko, djoko",
    "rizki, riski",
    "budi, bud",
    "santoso, santosso",
    "santoso, snatoso",
    "budi, rudi",
    "rahma, rahmawati",
    "李, 李小龙",
  })
  void words_fit_that_people_take_for_each_other(String asked, String written) {
    assertThat(WordLikeness.of(asked, written)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "siti, budi",
    "si, siti",
    "rahmawati, rahma",
    "santoso, sanmaso",
    "ani, ina",
    "ali, eli",
  })
  void others_do_not(String asked, String written) {
    assertThat(WordLikeness.of(asked, written)).isZero();
  }

  @Test
  void the_same_is_better_than_the_same_sound_than_a_beginning_than_a_typo() {
    assertThat(WordLikeness.of("sukarno", "sukarno"))
        .isEqualTo(100)
        .isGreaterThan(WordLikeness.of("sukarno", "soekarno"));
    assertThat(WordLikeness.of("sukarno", "soekarno"))
        .isGreaterThan(WordLikeness.of("sukarno", "sukarnoputri"));
    assertThat(WordLikeness.of("sukarno", "sukarnoputri"))
        .isGreaterThan(WordLikeness.of("sukarno", "sulkarno"));
  }

  /** Else the words in the database that fit would not be looked at. */
  @Property(tries = 2_000)
  void what_fits_begins_so_or_has_a_key_in_common(
      @ForAll("words") String asked, @ForAll("words") String written) {
    if (WordLikeness.of(asked, written) > 0 && !written.startsWith(asked)) {
      assertThat(Collections.disjoint(WordKeys.of(asked), WordKeys.of(written))).isFalse();
    }
  }

  @Property(tries = 200)
  void the_keys_of_a_word_are_few(@ForAll("words") String word) {
    assertThat(WordKeys.of(word)).contains(word).hasSizeLessThanOrEqualTo(word.length() + 2);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withChars("adikorst").ofMinLength(1).ofMaxLength(6);
  }
}
