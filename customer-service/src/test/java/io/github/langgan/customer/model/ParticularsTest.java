package io.github.langgan.customer.model;

import static io.github.langgan.customer.model.SomeCustomer.siti;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParticularsTest {

  @Test
  void what_is_said_twice_is_kept_once() {
    Particulars said =
        siti()
            .withContacts(
                new EmailAddress("Siti@example.com"),
                new PhoneNumber("+628123456789"),
                new EmailAddress("siti@EXAMPLE.com"))
            .withIdentifiers(new Identifier("acme", "1"), new Identifier("acme", "1"))
            .said();
    assertThat(said.contacts())
        .containsExactly(new EmailAddress("Siti@example.com"), new PhoneNumber("+628123456789"));
    assertThat(said.identifiers()).containsExactly(new Identifier("acme", "1"));
  }

  @Test
  void an_organisation_was_not_born_and_has_no_given_name() {
    CustomerName name = CustomerName.of("PT Maju Jaya", null, null);
    BirthDate founded = new BirthDate(LocalDate.of(1980, 1, 1));
    assertThatThrownBy(
            () -> new Particulars(CustomerKind.ORGANISATION, name, founded, List.of(), List.of()))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("birthDate"));
    assertThatThrownBy(
            () ->
                new Particulars(
                    CustomerKind.ORGANISATION,
                    CustomerName.of(null, "Maju", "Jaya"),
                    null,
                    List.of(),
                    List.of()))
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo("name"));
  }
}
