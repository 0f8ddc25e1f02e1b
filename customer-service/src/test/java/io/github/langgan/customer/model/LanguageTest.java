package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "id, id",
    "ID, id",
    "in, id",
    "iw, he",
    "ind, id",
    "jav, jv",
    "eng, en",
    "min, min",
    "ban, ban",
    "en-us, en-US",
    "zh-hant-tw, zh-Hant-TW",
    "es-419, es-419",
    "de-ch-1996, de-CH-1996",
    "zh-cmn-Hans-CN, cmn-Hans-CN",
  })
  void a_language_is_kept_in_its_canonical_form(String stated, String kept) {
    assertThat(new Language(stated).tag()).isEqualTo(kept);
    assertThat(new Language(kept).tag()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "xx",
        "und",
        "en-XX",
        "en_US",
        "Indonesian",
        "bahasa indonesia",
        "id-x-private",
        "en-u-ca-buddhist",
        "x-mine",
        "id ",
        "\u0456d",
        "id-",
        "en-US-US",
        "de-abcde-abcdf-abcdg-abcdh-abcdi-abcdj"
      })
  void what_names_no_language_is_refused(String stated) {
    assertThatThrownBy(() -> new Language(stated)).isInstanceOf(InvalidValue.class);
  }
}
