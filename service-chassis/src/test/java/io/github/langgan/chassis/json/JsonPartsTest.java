package io.github.langgan.chassis.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPartsTest {

  @Test
  void what_fits_is_one_part() {
    JsonParts parts = new JsonParts(1_000);
    parts.add("orders", List.of("{\"id\":1}", "{\"id\":2}"));
    parts.add("empty", List.of());
    parts.add("notes", List.of("{\"text\":\"é\"}"));
    assertThat(parts.parts())
        .containsExactly("{\"orders\":[{\"id\":1},{\"id\":2}],\"notes\":[{\"text\":\"é\"}]}");
  }

  @Test
  void nothing_is_one_part_too() {
    assertThat(new JsonParts(100).parts()).containsExactly("{}");
  }

  @Test
  void what_does_not_fit_goes_on_in_the_next_part() {
    JsonParts parts = new JsonParts(60);
    parts.add("a", List.of("{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}"));
    parts.add("b", List.of("{\"n\":5}"));
    List<String> all = parts.parts();
    assertThat(all)
        .containsExactly(
            "{\"a\":[{\"n\":1},{\"n\":2},{\"n\":3}]}", "{\"a\":[{\"n\":4}],\"b\":[{\"n\":5}]}");
    assertThat(all).allMatch(part -> part.getBytes(UTF_8).length <= 60);
  }

  @Test
  void a_row_that_is_too_large_stands_alone() {
    JsonParts parts = new JsonParts(10);
    parts.add("a", List.of("{\"n\":\"long enough\"}", "{\"n\":2}"));
    assertThat(parts.parts()).hasSize(2);
  }
}
