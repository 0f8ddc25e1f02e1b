package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostalAddressTest {

  @Test
  void it_can_be_written_in_one_line() {
    PostalAddress address =
        new PostalAddress(List.of("6 Tullaroop Street"), "St James", "WA", "4011", "AU");
    assertThat(address.value()).isEqualTo("6 Tullaroop Street, St James WA 4011, AU");
  }

  @Test
  void what_is_blank_is_left_out() {
    PostalAddress address =
        new PostalAddress(List.of(" Jalan Melati 5 ", " "), " Bandung", "", null, "ID");
    assertThat(address)
        .isEqualTo(new PostalAddress(List.of("Jalan Melati 5"), "Bandung", null, null, "ID"));
  }

  @Test
  void a_locality_alone_is_an_address_and_a_country_alone_is_none() {
    assertThat(new PostalAddress(List.of(), "Bandung", null, null, "ID").value())
        .isEqualTo("Bandung, ID");
    assertThatThrownBy(() -> new PostalAddress(List.of(), null, null, null, "ID"))
        .isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "id", "IDN", "Indonesia"})
  void a_country_that_is_none_is_refused_at_its_field(String country) {
    assertThatThrownBy(() -> new PostalAddress(List.of("x"), null, null, null, country))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("country"));
  }

  @Test
  void a_line_that_is_two_is_refused_at_its_place() {
    assertThatThrownBy(() -> new PostalAddress(List.of("a", "b\nc"), null, null, null, "ID"))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("lines/1"));
  }
}
