package io.github.langgan.chassis.json;

import static io.github.langgan.chassis.json.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingOnTest {

  private static final String MUCH =
      """
      {"name":"aaaaaaaaaaaaaaaaaaaaa","day":"2999-01-01","customer":"abc","size":"HUGE","amount":{"a":[1]},
       "at":7,"lines":[{"product":"","quantity":1},7,{"product":"b","quantity":1}]}
      """;

  private static final String[] ALL_OF_IT = {
    "/name size",
    "/day date",
    "/customer uuid",
    "/size enum",
    "/amount type",
    "/at date-time",
    "/lines/0/product not-blank",
    "/lines/1 type"
  };

  @Test
  void values_that_cannot_be_read_hide_nothing_else() {
    assertThat(errors(refusal(MUCH))).containsExactlyInAnyOrder(ALL_OF_IT);
  }

  @Test
  void nor_do_they_in_a_tree() throws IOException {
    JsonNode tree = StrictMapper.create().readTree(MUCH);
    var problem =
        catchThrowableOfType(Problem.class, () -> Reading.JSON.convert(tree, Reading.Order.class));
    assertThat(errors(problem)).containsExactlyInAnyOrder(ALL_OF_IT);
  }

  @Test
  void what_is_required_but_cannot_be_read_is_not_called_missing() {
    assertThat(errors(refusal("{\"name\":7,\"day\":\"2999-01-01\"}")))
        .containsExactlyInAnyOrder("/name type", "/day date");
  }

  @Test
  void a_value_that_nobody_can_read_past_is_the_last_that_is_told() {
    assertThat(errors(refusal("{\"day\":\"x\",\"lines\":[{\"product\":\"a\"}],\"at\":\"x\"}")))
        .containsExactlyInAnyOrder("/day date", "/lines/0/quantity not-null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"day\":\"x\",\"naem\":1}     | validation    | /day date",
        "{\"naem\":1,\"day\":\"x\"}     | validation    | /day date",
        "{\"day\":\"x\",\"amount\":1e400} | validation    | /day date",
        "{\"day\":\"x\",                | validation    | /day date",
      })
  void what_is_of_another_kind_is_told_another_time(String json, String slug, String error) {
    var problem = refusal(json);
    assertThat(problem.type().slug()).isEqualTo(slug);
    assertThat(errors(problem)).containsExactly(error);
  }

  @Test
  void unsafe_text_is_told_with_the_rest() {
    var problem =
        refusal("{\"day\":\"x\",\"name\":\"a\",\"lines\":[{\"product\":\"é\",\"quantity\":1}]}");
    assertThat(problem.type().slug()).isEqualTo("unsafe-text");
    assertThat(errors(problem)).containsExactlyInAnyOrder("/day date", "/lines/0/product code");
  }

  private static java.util.List<String> errors(Problem problem) {
    return problem.errors().stream().map(ReadingOnTest::said).toList();
  }

  private static String said(FieldError error) {
    return error.pointer() + " " + error.code();
  }
}
