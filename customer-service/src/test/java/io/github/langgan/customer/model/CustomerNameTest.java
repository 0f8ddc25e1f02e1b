package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerNameTest {

  @Test
  void parts_that_the_corrected_full_name_does_not_hold_go() {
    CustomerName before = CustomerName.of(null, "Michaela", "Neumann");
    assertThat(CustomerName.of("Michaela Newman", "Michaela", "Neumann").corrected(before))
        .isEqualTo(new CustomerName("Michaela Newman", null, null));
    CustomerName titled = CustomerName.of("Dr. MICHAELA Neumann", "Michaela", "Neumann");
    assertThat(titled.corrected(before)).isEqualTo(titled);
    CustomerName stated = CustomerName.of("Ela N.", "Michaela", "Newman");
    assertThat(stated.corrected(before)).isEqualTo(stated);
    CustomerName short_ = CustomerName.of("M. Neumann", "Michaela", "Neumann");
    CustomerName shorter = CustomerName.of("Michaela N.", "Michaela", "Neumann");
    assertThat(shorter.corrected(short_)).isEqualTo(shorter);
  }

  @Test
  void whoever_has_one_name_has_no_parts() {
    CustomerName name = CustomerName.of("Suharto", null, null);
    assertThat(name.full()).isEqualTo("Suharto");
    assertThat(name.hasParts()).isFalse();
  }

  @Test
  void the_parts_make_the_full_name_when_it_is_not_stated() {
    CustomerName name = CustomerName.of(null, " Siti ", "Rahma");
    assertThat(name).isEqualTo(new CustomerName("Siti Rahma", "Siti", "Rahma"));
    assertThat(name.isMadeOfParts()).isTrue();
  }

  @Test
  void one_part_is_enough() {
    assertThat(CustomerName.of(null, null, "Rahma").full()).isEqualTo("Rahma");
    assertThat(CustomerName.of(" ", "Siti", "").full()).isEqualTo("Siti");
  }

  @Test
  void a_stated_full_name_stands_beside_the_parts() {
    CustomerName name = CustomerName.of("Hj. Siti Rahma, S.E.", "Siti", "Rahma");
    assertThat(name.full()).isEqualTo("Hj. Siti Rahma, S.E.");
    assertThat(name.isMadeOfParts()).isFalse();
  }

  @Test
  void composed_and_decomposed_letters_are_the_same_name() {
    assertThat(CustomerName.of("Rene\u0301", null, null))
        .isEqualTo(CustomerName.of("Ren\u00E9", null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u3000", "Siti\nRahma", "Siti\u0007"})
  void no_name_and_more_than_a_line_are_refused(String text) {
    assertThatThrownBy(() -> CustomerName.of(text, null, null)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void two_parts_of_the_longest_make_a_name() {
    String longest = "x".repeat(100);
    assertThat(CustomerName.of(null, longest, longest).full()).hasSize(201);
  }
}
