package io.github.langgan.chassis.alias;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnsweredIdsTest {

  private final UUID asked = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final AnsweredIds answered = new AnsweredIds();

  @Test
  void an_id_is_replaced_wherever_it_stands_and_all_else_stays_as_it_was_written() {
    answered.answer(asked, other);
    UUID third = UUID.randomUUID();
    assertThat(answered.in("/v1/notes/" + asked + "/lines/" + third + "?name=a%20b%26&of=" + asked))
        .isEqualTo("/v1/notes/" + other + "/lines/" + third + "?name=a%20b%26&of=" + other);
    assertThat(answered.in("/v1/notes?name=x" + asked)).isEqualTo("/v1/notes?name=x" + asked);
  }

  @Test
  void an_id_is_known_in_every_writing() {
    answered.answer(asked, other);
    String written = asked.toString().toUpperCase(Locale.ROOT).replace("-", "%2D");
    assertThat(answered.in("/v1/notes/" + written)).isEqualTo("/v1/notes/" + other);
  }

  @Test
  void what_is_no_text_stays_as_it_is() {
    answered.answer(asked, other);
    assertThat(answered.in("/v1/notes/" + asked + "?a=%zz&b=$1"))
        .isEqualTo("/v1/notes/" + other + "?a=%zz&b=$1");
  }

  @Test
  void the_last_word_counts() {
    answered.answer(asked, other);
    answered.answer(asked, asked);
    assertThat(answered.in("/v1/notes/" + asked)).isEqualTo("/v1/notes/" + asked);
  }
}
