package io.github.langgan.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemCatalogueTest {

  @Test
  void every_problem_is_explained_in_both_languages() {
    assertThat(ProblemCatalogue.all()).hasSizeGreaterThan(20);
    for (var type : ProblemCatalogue.all()) {
      assertThat(type.slug()).matches("[a-z0-9-]+");
      assertThat(type.status()).isBetween(400, 599);
      assertThat(type.explanation(Locale.ENGLISH)).hasSizeGreaterThan(40);
      assertThat(type.explanation(ProblemCatalogue.INDONESIAN))
          .hasSizeGreaterThan(40)
          .isNotEqualTo(type.explanation(Locale.ENGLISH));
      assertThat(type.title(ProblemCatalogue.INDONESIAN))
          .isNotBlank()
          .isNotEqualTo(type.title(Locale.ENGLISH));
    }
  }

  @Test
  void a_problem_that_nobody_explained_cannot_be_answered() {
    assertThatThrownBy(() -> ProblemType.of("no-such-problem"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id | id",
        "id-ID,en;q=0.5 | id",
        "en-GB,id;q=0.9 | en",
        "fr,id;q=0.3 | id",
        "fr | en",
        "* | en",
        "id;q=0.1,en;q=0.9 | en",
        "in | id",
        ";;;q=x | en",
        "'' | en"
      })
  void the_language_is_the_callers_as_far_as_we_speak_it(String header, String language) {
    assertThat(Language.preferred(header).getLanguage()).isEqualTo(language);
  }
}
