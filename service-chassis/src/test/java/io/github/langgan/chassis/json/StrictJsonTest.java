package io.github.langgan.chassis.json;

import static io.github.langgan.chassis.json.Reading.order;
import static io.github.langgan.chassis.json.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.problem.FieldError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @Test
  void what_is_right_is_read() {
    var order =
        order(
            """
            {"name":"Siti","amount":15.30,"count":3,"gift":true,"size":"LARGE",
             "at":"2026-01-05T10:00:00.1234567+07:00","day":"2024-02-29",
             "lines":[{"product":"85123A","quantity":6}],"notes":{"a":[1,"b"]}}
            """);
    assertThat(order.amount()).isEqualTo(new BigDecimal("15.30"));
    assertThat(order.at()).isEqualTo(Instant.parse("2026-01-05T03:00:00.123456Z"));
    assertThat(order.day()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(order.lines()).containsExactly(new Reading.Line("85123A", 6));
  }

  @Test
  void text_is_normalised() {
    assertThat(order("{\"name\":\"A\u030angstro\u0308m\"}").name()).isEqualTo("Ångström");
    assertThat(order("{\"name\":\"\\u0041\\u030a\"}").name()).isEqualTo("Å");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"name\":\"a\"",
        "{\"name\":\"a\"} {}",
        "{\"name\":\"a\"}]",
        "{\"name\":\"a\",}",
        "{name:\"a\"}",
        "{'name':'a'}",
        "{\"name\":\"a\",\"name\":\"a\"}",
        "{\"name\":\"a\",\"notes\":{\"x\":1,\"x\":1}}",
        "{\"name\":\"\\u0000\"}",
        "{\"name\":\"\\ud800\"}",
        "{\"notes\":{\"\\udfff\":1}}",
        "{\"amount\":NaN}",
        "{\"amount\":Infinity}",
        "{\"amount\":1e400}",
        "{\"amount\":1e-400}",
        "{\"rate\":1e400}",
        "{\"notes\":{\"x\":1e400}}",
        "{\"amount\":0x10}",
        "{\"amount\":01}",
        "{\"amount\":+1}",
        "{\"amount\":.5}",
        "/**/{\"name\":\"a\"}"
      })
  void what_is_no_json_is_malformed(String json) {
    assertThat(refusal(json).type().slug()).isEqualTo("malformed");
  }

  @Test
  void nesting_and_numbers_have_an_end() {
    assertThat(refusal("{\"notes\":{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}}").type().slug())
        .isEqualTo("malformed");
    assertThat(refusal("{\"amount\":" + "9".repeat(1000) + "}").type().slug())
        .isEqualTo("malformed");
    assertThat(order("{\"name\":\"\",\"notes\":{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}}"))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"naem\":\"a\"}                          | unknown-field | /naem             | unknown-field",
        "{\"lines\":[{\"product\":\"a\",\"quantity\":1,\"balance\":9}]} | unknown-field | /lines/0/balance | unknown-field",
        "{\"a/b~c\":1}                             | unknown-field | /a~1b~0c          | unknown-field",
        "{}                                        | validation    | /name             | not-null",
        "{\"name\":null}                           | validation    | /name             | not-null",
        "{\"name\":1}                              | validation    | /name             | type",
        "{\"name\":true}                           | validation    | /name             | type",
        "{\"name\":[]}                             | validation    | /name             | type",
        "{\"name\":\"aaaaaaaaaaaaaaaaaaaaa\"}      | validation    | /name             | size",
        "{\"customer\":\"abc\"}                    | validation    | /customer         | uuid",
        "{\"customer\":\"\"}                       | validation    | /customer         | uuid",
        "{\"amount\":\"1\"}                        | validation    | /amount           | type",
        "{\"amount\":\"\"}                         | validation    | /amount           | type",
        "{\"amount\":true}                         | validation    | /amount           | type",
        "{\"rate\":\"1\"}                          | validation    | /rate             | type",
        "{\"count\":\"1\"}                         | validation    | /count            | type",
        "{\"count\":1.0}                           | validation    | /count            | type",
        "{\"count\":2147483648}                    | malformed     | -                 | -",
        "{\"gift\":\"true\"}                       | validation    | /gift             | type",
        "{\"gift\":1}                              | validation    | /gift             | type",
        "{\"size\":0}                              | validation    | /size             | enum",
        "{\"size\":\"small\"}                      | validation    | /size             | enum",
        "{\"size\":\"\"}                           | validation    | /size             | enum",
        "{\"at\":1767582000}                       | validation    | /at               | date-time",
        "{\"at\":\"2026-01-05T03:00:00\"}          | validation    | /at               | date-time",
        "{\"at\":\"2026-02-30T03:00:00Z\"}         | validation    | /at               | date-time",
        "{\"at\":\"9999-01-01T00:00:00Z\"}         | validation    | /at               | date-time",
        "{\"at\":\"\"}                             | validation    | /at               | date-time",
        "{\"day\":\"2026-02-30\"}                  | validation    | /day              | date",
        "{\"day\":\"2026-02-29\"}                  | validation    | /day              | date",
        "{\"day\":\"9999-12-31\"}                  | validation    | /day              | date",
        "{\"day\":[2026,1,1]}                      | validation    | /day              | date",
        "{\"day\":20458}                           | validation    | /day              | date",
        "{\"lines\":{}}                            | validation    | /lines            | type",
        "{\"lines\":\"\"}                          | validation    | /lines            | type",
        "{\"lines\":[7]}                           | validation    | /lines/0          | type",
        "{\"lines\":[{\"product\":\"a\"}]}         | validation    | /lines/0/quantity | not-null",
        "{\"lines\":[{\"product\":\"a\",\"quantity\":null}]} | validation | /lines/0/quantity | not-null",
        "[]                                        | validation    | ``                | type",
        "\"x\"                                     | validation    | ``                | type",
        "null                                      | validation    | ``                | not-null",
      })
  void a_wrong_value_is_refused_with_a_pointer(
      String json, String slug, String pointer, String code) {
    var problem = refusal(json);
    assertThat(problem.type().slug()).isEqualTo(slug);
    if (!"-".equals(pointer)) {
      assertThat(problem.errors())
          .extracting(FieldError::pointer, FieldError::code)
          .contains(org.assertj.core.groups.Tuple.tuple(pointer == null ? "" : pointer, code));
    }
    assertThat(problem.errors()).noneMatch(e -> e.message().contains("io.github"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u202e85123A", "85\u200b123A", "85123\u0410", "\uff18", " 85123A", "a\\tb", "é"})
  void look_alikes_and_invisible_characters_are_refused_in_codes(String code) {
    var problem =
        refusal("{\"name\":\"a\",\"lines\":[{\"product\":\"" + code + "\",\"quantity\":1}]}");
    assertThat(problem.type().slug()).isEqualTo("unsafe-text");
    assertThat(problem.type().status()).isEqualTo(400);
    assertThat(problem.errors().getFirst().pointer()).isEqualTo("/lines/0/product");
  }

  @Test
  void names_are_written_in_any_script() {
    assertThat(order("{\"name\":\"สมชาย \u202e!\"}").name()).isEqualTo("สมชาย \u202e!");
  }

  @Test
  void output_is_plain() throws Exception {
    var json =
        StrictMapper.create()
            .writeValueAsString(
                new Reading.Order(
                    "a",
                    null,
                    new BigDecimal("1E+3"),
                    null,
                    null,
                    null,
                    null,
                    Instant.parse("2026-01-05T03:00:00Z"),
                    LocalDate.of(2026, 1, 5),
                    null,
                    null));
    assertThat(json)
        .isEqualTo(
            "{\"name\":\"a\",\"amount\":1000,\"at\":\"2026-01-05T03:00:00Z\",\"day\":\"2026-01-05\"}");
  }
}
