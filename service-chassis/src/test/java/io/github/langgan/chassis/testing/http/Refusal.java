package io.github.langgan.chassis.testing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;

/** What a refusal must look like, whatever was refused. */
final class Refusal {

  private static final Pattern INNARDS =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.|io\\.github|com\\.fasterxml|org\\.(postgresql|jdbi)|jdbc:"
              + "|\\bSELECT |\\bINSERT INTO");

  private Refusal() {}

  /** One of the types, documented for the operation, and telling nothing of our innards. */
  static void check(ApiOperation operation, String attack, Answer answer, String... slugs) {
    var context = "%s, %s: %s".formatted(operation, attack, answer.asString());
    assertThat(answer.contentType()).as(context).isEqualTo("application/problem+json");
    var problem = answer.json();
    String type = problem.path("type").textValue();
    assertThat(type).as(context).isIn(List.of(slugs).stream().map("/problems/"::concat).toList());
    assertThat(problem.path("status").intValue()).as(context).isEqualTo(answer.statusCode());
    assertThat(problem.path("title").textValue()).as(context).isNotBlank();
    assertThat(answer.asString()).as(context).doesNotContainPattern(INNARDS);
    assertThat(operation.documents(answer.statusCode(), type.substring("/problems/".length())))
        .as("%d %s is documented for %s", answer.statusCode(), type, operation)
        .isTrue();
  }

  /** The same, and the pointer leads to the place. */
  static void checkAt(
      ApiOperation operation, String attack, Answer answer, String pointer, String... slugs) {
    check(operation, attack, answer, slugs);
    assertThat(answer.json().path("errors").findValuesAsText("pointer"))
        .as("%s, %s: %s", operation, attack, answer.asString())
        .anyMatch(at -> at.startsWith(pointer));
  }
}
