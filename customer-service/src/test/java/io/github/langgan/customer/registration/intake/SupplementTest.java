package io.github.langgan.customer.registration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.customer.model.BirthDate;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.Gender;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.Note;
import io.github.langgan.customer.model.Particulars;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupplementTest {

  private static final CustomerName SITI = CustomerName.of("Siti Rahma", null, null);
  private static final CustomerName IN_PARTS = CustomerName.of(null, "Siti", "Rahma");
  private static final Contact EMAIL = new EmailAddress("Siti@Example.com");
  private static final Identifier CARD = new Identifier("acme", "17850");

  @Test
  void what_the_record_lacks_is_added_behind_what_it_has() {
    Identifier prepaid = new Identifier("prepaid", "0812");
    Supplement supplement =
        Supplement.of(
            said(SITI, null, List.of(EMAIL), List.of(CARD)),
            said(
                SITI,
                Gender.FEMALE,
                List.of(new EmailAddress("rahma@example.com"), EMAIL),
                List.of(prepaid, CARD)));

    assertThat(supplement.whole())
        .isEqualTo(
            said(
                SITI,
                Gender.FEMALE,
                List.of(EMAIL, new EmailAddress("rahma@example.com")),
                List.of(CARD, prepaid)));
    assertThat(supplement.pointers())
        .containsExactly("/customer/gender", "/customer/contacts/0", "/customer/identifiers/0");
  }

  @Test
  void what_stands_there_stays_whatever_the_form_says() {
    Particulars ours = said(SITI, Gender.FEMALE, List.of(EMAIL), List.of(CARD));
    Supplement supplement =
        Supplement.of(
            ours,
            said(
                CustomerName.of("Siti R.", null, null),
                Gender.MALE,
                List.of(new EmailAddress("SITI@example.com")),
                List.of(CARD)));

    assertThat(supplement.whole()).isEqualTo(ours);
    assertThat(supplement.pointers()).isEmpty();
  }

  @Test
  void the_same_name_in_parts_says_more_but_another_doesnt() {
    Particulars full = said(SITI, null, List.of(), List.of());
    Particulars parts = said(IN_PARTS, null, List.of(), List.of());

    assertThat(Supplement.of(full, parts).whole().name()).isEqualTo(IN_PARTS);
    assertThat(Supplement.of(full, parts).pointers()).containsExactly("/customer/name");
    assertThat(Supplement.of(parts, full).whole().name()).isEqualTo(IN_PARTS);
    Particulars other = said(CustomerName.of(null, "Siti", "Rachma"), null, List.of(), List.of());
    assertThat(Supplement.of(full, other).whole().name()).isEqualTo(SITI);
  }

  @Test
  void notes_stay() {
    Particulars noted =
        new Particulars(
            CustomerKind.PERSON,
            SITI,
            new BirthDate(LocalDate.of(1990, 4, 21)),
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(new Note(null, "Kind")));
    assertThat(Supplement.of(noted, said(SITI, null, List.of(), List.of())).whole())
        .isEqualTo(noted);
  }

  @Test
  void a_difference_is_what_both_say_otherwise() {
    FormCustomer ours = FormCustomer.of(said(SITI, Gender.FEMALE, List.of(EMAIL), List.of()));
    FormCustomer theirs =
        FormCustomer.of(said(CustomerName.of("Siti R.", null, null), null, List.of(), List.of()));
    assertThat(Difference.between(ours, theirs))
        .containsExactly(new Difference("/customer/name", "Siti Rahma", "Siti R."));
    assertThat(Difference.between(ours, ours)).isEmpty();
  }

  private static Particulars said(
      CustomerName name,
      @Nullable Gender gender,
      List<Contact> contacts,
      List<Identifier> identifiers) {
    return new Particulars(
        CustomerKind.PERSON, name, null, gender, null, null, contacts, identifiers, List.of());
  }
}
