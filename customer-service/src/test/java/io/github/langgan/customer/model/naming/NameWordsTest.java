package io.github.langgan.customer.model.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Siti Rahma, siti rahma",
    "  SITI--RAHMA , siti rahma",
    "Siti siti Rahma, siti rahma",
    "José Ñúñez, jose nunez",
    "Łukasz Groß, lukasz gross",
    "O'Brien-D’Souza, obrien dsouza",
    "Moh. Ali, muhammad ali",
    "PT. Maju 99, pt maju 99",
    "ﬁrdaus Ｓｉｔｉ, firdaus siti",
    "李小龙, 李小龙",
    "Иван ИВАН, иван",
    "सीता सत, सीता सत",
    "مُحَمَّد محمد, محمد",
    "X, x",
  })
  void words_stand_once_without_case_accents_and_punctuation(String name, String words) {
    assertThat(NameWords.of(name)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "...", "%_", "\u0301"})
  void punctuation_has_none(String name) {
    assertThat(NameWords.of(name)).isEmpty();
  }

  @Test
  void a_long_word_is_cut_and_never_within_a_letter() {
    assertThat(NameWords.of("a" + "𠀀".repeat(40))).containsExactly("a" + "𠀀".repeat(14));
  }

  @Test
  void more_words_are_kept_than_are_asked_for() {
    String name = IntStream.range(0, 100).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThat(NameWords.of(name)).hasSize(16).endsWith("w15");
    assertThat(NameWords.asked(name)).hasSize(8).endsWith("w7");
  }
}
