package io.github.langgan.chassis.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.sample.As;
import io.github.langgan.chassis.sample.Notes;
import io.github.langgan.chassis.sample.WriteNote;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PagingTest {

  @Inject Notes notes;

  @Test
  void paging_neither_skips_nor_repeats_while_rows_are_added() {
    var written = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      written.add(write());
    }
    var seen = new ArrayList<String>();
    var path = "/v1/notes?limit=3";
    while (path != null) {
      var page = As.agent().urlEncodingEnabled(false).get(path);
      seen.addAll(page.path("items.id"));
      var link = page.header("Link");
      assertThat(link == null).isEqualTo(page.path("nextCursor") == null);
      if (link != null && seen.size() < 20) {
        written.add(write());
      }
      path = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    assertThat(seen).doesNotHaveDuplicates().containsAll(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=201", "limit=-1", "limit=1e2", "limit=", "limit=99999999999"})
  void a_limit_out_of_range_is_refused(String query) {
    assertThat(refusal(query)).isEqualTo("/problems/invalid-parameter");
  }

  @Test
  void a_cursor_that_was_edited_or_comes_from_another_listing_is_refused() {
    write();
    write();
    String cursor = As.agent().get("/v1/notes?limit=1").path("nextCursor");
    assertThat(As.agent().get("/v1/notes?limit=2&cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(refusal("colour=RED&cursor=" + cursor)).isEqualTo("/problems/invalid-cursor");
    for (int at = 0; at < cursor.length(); at++) {
      var edited = new StringBuilder(cursor);
      edited.setCharAt(at, cursor.charAt(at) == 'A' ? 'B' : 'A');
      assertThat(refusal("cursor=" + edited)).isEqualTo("/problems/invalid-cursor");
    }
    for (var bad : List.of("abc", "%00", "A".repeat(2000), cursor + "A", "'%20OR%201=1--")) {
      assertThat(As.agent().urlEncodingEnabled(false).get("/v1/notes?cursor=" + bad).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void fields_picks_fields_of_each_item_and_refuses_unknown_ones() {
    write();
    var page = As.agent().get("/v1/notes?limit=1&fields=code,version");
    assertThat(page.<List<java.util.Map<String, Object>>>path("items").getFirst())
        .containsOnlyKeys("code", "version");
    assertThat(refusal("fields=code,secret")).isEqualTo("/problems/invalid-parameter");
    assertThat(refusal("fields=")).isEqualTo("/problems/invalid-parameter");
    assertThat(As.agent().get("/v1/notes?limit=1&fields=text").statusCode()).isEqualTo(200);
  }

  @Test
  void a_parameter_that_the_operation_does_not_know_is_refused() {
    assertThat(refusal("color=RED")).isEqualTo("/problems/invalid-parameter");
    assertThat(refusal("limit=1&limit=2")).isEqualTo("/problems/invalid-parameter");
    assertThat(refusal("colour=BLUE")).isEqualTo("/problems/invalid-parameter");
  }

  private String refusal(String query) {
    var answer = As.agent().get("/v1/notes?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    return answer.path("type");
  }

  private String write() {
    var note =
        new WriteNote(
            "N",
            null,
            BigDecimal.ONE,
            Instant.parse("2026-01-05T03:00:00Z"),
            null,
            null,
            1,
            null,
            null);
    return notes.write(note).id().toString();
  }
}
