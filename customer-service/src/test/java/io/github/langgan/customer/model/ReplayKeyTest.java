package io.github.langgan.customer.model;

import static io.github.langgan.customer.model.SomeCustomer.siti;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReplayKeyTest {

  private static final Registrant ACME = new Registrant("acme", "till-1");
  private static final Identifier KNOWN = new Identifier("acme", "17850");

  @Test
  void the_same_words_of_the_same_partner_have_one_key_whoever_types_them() {
    Particulars said = siti().withIdentifiers(KNOWN).said();
    assertThat(ReplayKey.of(said, new Registrant("acme", "till-2")))
        .isPresent()
        .isEqualTo(ReplayKey.of(said, ACME));
  }

  @Test
  void the_same_in_another_order_is_the_same() {
    var mail = new EmailAddress("siti@example.com");
    var phone = new PhoneNumber("+628123456789");
    var other = new Identifier("acme", "17851");
    Note plain = new Note(null, "Calls in the morning");
    Note labelled = new Note("id", "Has a cat");
    SomeCustomer one =
        siti().withContacts(mail, phone).withIdentifiers(KNOWN, other).withNotes(plain, labelled);
    SomeCustomer turned =
        siti().withContacts(phone, mail).withIdentifiers(other, KNOWN).withNotes(labelled, plain);
    assertThat(ReplayKey.of(turned.said(), ACME)).isEqualTo(ReplayKey.of(one.said(), ACME));
  }

  @Test
  void other_words_and_other_partners_have_other_keys() {
    var key = ReplayKey.of(siti().withIdentifiers(KNOWN).said(), ACME);
    assertThat(ReplayKey.of(siti().named("Siti Rahmah").withIdentifiers(KNOWN).said(), ACME))
        .isNotEqualTo(key);
    assertThat(ReplayKey.of(siti().withIdentifiers(KNOWN).said(), new Registrant("beta", "till-1")))
        .isNotEqualTo(key);
    assertThat(ReplayKey.of(siti().withIdentifiers(KNOWN).said(), new Registrant(null, "agent")))
        .isNotEqualTo(key);
  }

  @Test
  void texts_that_run_together_alike_have_other_keys() {
    assertThat(ReplayKey.of(siti().withIdentifiers(new Identifier("ab", "c")).said(), ACME))
        .isNotEqualTo(ReplayKey.of(siti().withIdentifiers(new Identifier("a", "bc")).said(), ACME));
  }

  @Test
  void what_was_registered_before_there_were_more_fields_keeps_its_key() {
    assertThat(ReplayKey.of(siti().withIdentifiers(KNOWN).said(), ACME))
        .contains(new ReplayKey(UUID.fromString("ea330bda-e5bf-aa96-7418-5a869c3bd26d")));
  }

  @Test
  void each_field_makes_another_key() {
    SomeCustomer known = siti().withIdentifiers(KNOWN);
    assertThat(
            Stream.of(
                    known,
                    known.of(Gender.FEMALE),
                    known.working("Guru"),
                    known.working("id"),
                    known.speaking("id"),
                    known.withNotes(new Note(null, "id")),
                    known.withNotes(new Note("id", "id")),
                    known.bornOn(null))
                .map(customer -> ReplayKey.of(customer.said(), ACME)))
        .doesNotHaveDuplicates();
  }

  @Test
  void without_an_identifier_two_persons_may_be_equal() {
    assertThat(ReplayKey.of(siti().said(), ACME)).isEmpty();
  }
}
