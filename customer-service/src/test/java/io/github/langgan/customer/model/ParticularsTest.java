package io.github.langgan.customer.model;

import static io.github.langgan.customer.model.SomeCustomer.organisation;
import static io.github.langgan.customer.model.SomeCustomer.siti;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
            .withNotes(new Note(null, "Rings twice"), new Note(" ", "Rings twice "))
            .said();
    assertThat(said.contacts())
        .containsExactly(new EmailAddress("Siti@example.com"), new PhoneNumber("+628123456789"));
    assertThat(said.identifiers()).containsExactly(new Identifier("acme", "1"));
    assertThat(said.notes()).containsExactly(new Note(null, "Rings twice"));
  }

  @Test
  void an_organisation_has_nothing_that_only_persons_have() {
    SomeCustomer maju = organisation(CustomerName.of("PT Maju Jaya", null, null));
    assertThat(maju.speaking("id").said().language()).isEqualTo(new Language("id"));
    refuses("birthDate", () -> maju.bornOn(LocalDate.of(1980, 1, 1)));
    refuses("gender", () -> maju.of(Gender.OTHER));
    refuses("occupation", () -> maju.working("Guru"));
    refuses("name", () -> organisation(CustomerName.of(null, "Maju", "Jaya")));
  }

  private static void refuses(String field, ThrowingCallable particulars) {
    assertThatThrownBy(particulars)
        .isInstanceOfSatisfying(
            InvalidValue.class, invalid -> assertThat(invalid.field()).isEqualTo(field));
  }
}
