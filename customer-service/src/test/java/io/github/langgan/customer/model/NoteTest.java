package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTest {

  @Test
  void a_text_may_have_lines_and_a_label_is_one() {
    Note note = new Note(" delivery ", "\r\nRing twice,\r\nthen wait.\n");
    assertThat(note.label()).isEqualTo("delivery");
    assertThat(note.text()).isEqualTo("Ring twice,\nthen wait.");
    assertThat(new Note(" ", "x").label()).isNull();
  }

  @Test
  void composed_and_decomposed_letters_are_the_same() {
    assertThat(new Note(null, "Cafe\u0301")).isEqualTo(new Note(null, "Caf\u00e9"));
  }

  @ParameterizedTest
  @CsvSource({
    "delivery, ' ', 1, text",
    "delivery, x, 1001, text",
    "delivery, a\tb, 1, text",
    "delivery, a\u0007b, 1, text",
    "'a\nb', x, 1, label",
    "12345678901234567890123456789012345678901, x, 1, label",
  })
  void what_is_no_note_is_refused_at_its_field(String label, String text, int times, String field) {
    assertThatThrownBy(() -> new Note(label, text.repeat(times)))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo(field));
  }

  @Test
  void a_thousand_characters_are_not_too_many() {
    assertThat(new Note(null, "x".repeat(1_000)).text()).hasSize(1_000);
  }
}
