package io.github.langgan.chassis.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.sample.Notes;
import io.github.langgan.chassis.sample.WriteNote;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class MergePatchTest {

  @Inject Notes notes;
  private UUID id;

  @BeforeEach
  void aNote() {
    id =
        notes
            .write(
                new WriteNote(
                    "N-1",
                    "text",
                    BigDecimal.ONE,
                    Instant.parse("2026-01-05T03:00:00Z"),
                    null,
                    null,
                    1,
                    null,
                    null))
            .id();
  }

  @Test
  void a_patch_changes_what_it_names_and_answers_the_next_version() {
    var answer = patch("\"1\"", "{\"code\":\"N-2\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(answer.<String>path("code")).isEqualTo("N-2");
    assertThat(answer.<String>path("text")).isEqualTo("text");
  }

  @Test
  void null_removes() {
    assertThat(patch("\"1\"", "{\"text\":null}").<String>path("text")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''      | {\"text\":\"x\"}     | 428 | precondition-required",
        "\"7\"   | {\"text\":\"x\"}     | 412 | stale-version",
        "W/\"1\" | {\"text\":\"x\"}     | 412 | stale-version",
        "abc     | {\"text\":\"x\"}     | 400 | invalid-parameter",
        "\"1\"   | {\"version\":9}      | 400 | unknown-field",
        "\"1\"   | {\"version\":null}   | 400 | unknown-field",
        "\"1\"   | {\"code\":null}      | 422 | validation",
        "\"1\"   | {\"code\":\"\"}      | 422 | validation",
        "\"1\"   | {\"code\":1}         | 422 | validation",
        "\"1\"   | []                   | 422 | validation",
        "\"1\"   | {                    | 400 | malformed",
      })
  void a_patch_is_refused(String ifMatch, String body, int status, String slug) {
    var answer = patch(ifMatch, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/" + slug);
    assertThat(notes.find(id).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void one_of_several_tags_or_a_star_is_enough() {
    assertThat(patch("\"9\", \"1\"", "{\"text\":\"x\"}").statusCode()).isEqualTo(200);
    assertThat(patch("*", "{\"text\":\"y\"}").statusCode()).isEqualTo(200);
  }

  private Response patch(String ifMatch, String body) {
    var request = As.agent().contentType(MergePatch.MEDIA_TYPE).body(body);
    if (!ifMatch.isEmpty()) {
      request.header("If-Match", ifMatch);
    }
    return request.patch("/v1/notes/" + id);
  }
}
