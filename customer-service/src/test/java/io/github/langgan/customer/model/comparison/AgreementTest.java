package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

  @ParameterizedTest
  @CsvSource({
    "Siti Rahma, siti  RAHMA, SAME",
    "Siti Rahma, Rahma Siti, SAME",
    "Siti Rahmá, Siti Rahma, SAME",
    "Moh. Yusuf, Muhammad Yusuf, SAME",
    "Nur'aini, Nuraini, SAME",
    "Łukasz Groß, LUKASZ GROSS, SAME",
    "Işık Søren, ISIK SOREN, SAME",
    "राम कुमार, राम कुमार, SAME",
    "रीमा शर्मा, राम शर्मा, SLIGHT",
    "Siti Rahma, Siti Rahmah, CLOSE",
    "Sara Pyda, Sqra Pida, CLOSE",
    "Olga Turon, 0lga 6uron, CLOSE",
    "Jan Nowak, Jon Nowak, SLIGHT",
    "Siti Nur Halizah, Siti Nurhalizah, CLOSE",
    "Suharto, Suharto Wijaya, PARTLY",
    "Siti N. Rahma, Siti Nurul Rahma, CLOSE",
    "Siti Rahma, Siti Nurul Rahma, PARTLY",
    "Siti Rahma, Siti Wulandari, SLIGHT",
    "Siti Rahma, Bambang Hidayat, DIFFERENT"
  })
  void names(String one, String other, Agreement expected) {
    assertThat(TokenAgreement.ofNames(words(one), words(other))).isEqualTo(expected);
    assertThat(TokenAgreement.ofNames(words(other), words(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1990-04-21, 1990-04-21, SAME",
    "1990-04-21, 1990-04-22, CLOSE",
    "1990-04-21, 1990-04-12, CLOSE",
    "1990-04-21, 1909-04-21, CLOSE",
    "1990-04-05, 1990-05-04, CLOSE",
    "1990-04-21, 1990-04-03, PARTLY",
    "1990-04-21, 1975-04-21, PARTLY",
    "1990-04-21, 1975-04-03, DIFFERENT"
  })
  void birth_dates(LocalDate one, LocalDate other, Agreement expected) {
    assertThat(DateAgreement.of(one, other)).isEqualTo(expected);
    assertThat(DateAgreement.of(other, one)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "+628123456789, +628123456789, SAME",
    "+628123456789, +628123456780, CLOSE",
    "+628123456789, +628123456798, CLOSE",
    "+628123456789, +62812345678, CLOSE",
    "+628123456789, +628123456701, DIFFERENT",
    "ab, ba, CLOSE",
    "ab, cd, DIFFERENT"
  })
  void values(String one, String other, Agreement expected) {
    assertThat(ValueAgreement.best(List.of(one), List.of(other))).isEqualTo(expected);
    assertThat(ValueAgreement.best(List.of("zzzzzz", other), List.of(one))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "budi12@example.com, budi12@example.com, SAME",
    "budi12@example.com, budi@example.com, DIFFERENT",
    "budi12@example.com, budi13@example.com, DIFFERENT",
    "budi12@example.com, bubi12@example.com, CLOSE"
  })
  void namesakes_have_addresses_that_differ_in_a_number(
      String one, String other, Agreement expected) {
    assertThat(ValueAgreement.ofEmails(List.of(one), List.of(other))).isEqualTo(expected);
    assertThat(ValueAgreement.ofEmails(List.of("zz@example.org", other), List.of(one)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Jl. Melati No. 5, Jalan Melati Nomor 5, SAME",
    "Jl. Melati No. 5, Jalan Melatti 5, CLOSE",
    "Jl. Melati No. 5, Jalan Melati Raya 17, PARTLY",
    "Jl. Melati No. 5, Jalan Kenanga 12, SLIGHT",
    "Melati 5, Kenanga 12, DIFFERENT"
  })
  void streets(String one, String other, Agreement expected) {
    assertThat(TokenAgreement.ofStreets(List.of(street(one)), List.of(street(other))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "soekarno, sukarno",
    "djoko, joko",
    "tjipto, cipto",
    "muhammad, muhamad",
    "sjahrir, syahrir",
    "achmad, akmad",
    "widya, widia",
    "chotimah, khotimah"
  })
  void old_and_new_spellings_sound_alike(String one, String other) {
    assertThat(SoundKey.of(one)).isEqualTo(SoundKey.of(other)).isNotEmpty();
  }

  private static Features.Place street(String street) {
    return new Features.Place(words(street), null, null);
  }

  private static List<Word> words(String text) {
    return new Vocabulary().words(text, 12);
  }
}
