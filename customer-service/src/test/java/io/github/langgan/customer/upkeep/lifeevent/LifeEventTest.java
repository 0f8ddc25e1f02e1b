package io.github.langgan.customer.upkeep.lifeevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.EmailAddress;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Occupation;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.PostalAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is true of somebody after something happened. */
class LifeEventTest {

  private static final PostalAddress HOME = address("Jalan Melati 5");
  private static final PostalAddress OFFICE = address("Jalan Merdeka 1");
  private static final PostalAddress NEW = address("Jalan Kenanga 12");
  private static final EmailAddress WORK = new EmailAddress("siti@clinic.example");
  private static final EmailAddress PRIVATE = new EmailAddress("siti@example.com");
  private static final Occupation NURSE = new Occupation("Nurse");

  @Test
  void the_new_address_takes_the_place_of_the_only_one() {
    assertThat(new Move(NEW, null).applyTo(with(HOME, PRIVATE)).contacts())
        .containsExactly(NEW, PRIVATE);
  }

  @Test
  void somebody_of_whom_no_address_is_known_gets_one() {
    assertThat(new Move(NEW, null).applyTo(with(PRIVATE)).contacts()).containsExactly(PRIVATE, NEW);
  }

  @Test
  void of_several_addresses_the_one_that_was_left_is_replaced() {
    Particulars before = with(HOME, OFFICE);
    assertThat(new Move(NEW, OFFICE).applyTo(before).contacts()).containsExactly(HOME, NEW);
    refused(() -> new Move(NEW, null).applyTo(before), "from", "ambiguous");
    refused(() -> new Move(NEW, address("Elsewhere")).applyTo(before), "from", "unknown");
  }

  @Test
  void whoever_moves_to_an_address_it_has_leaves_the_other() {
    assertThat(new Move(OFFICE, HOME).applyTo(with(HOME, OFFICE)).contacts())
        .containsExactly(OFFICE);
  }

  @Test
  void the_same_move_again_changes_nothing() {
    Particulars moved = with(NEW, PRIVATE);
    assertThat(new Move(NEW, HOME).applyTo(moved)).isEqualTo(moved);
    assertThat(new Move(NEW, null).applyTo(moved)).isEqualTo(moved);
    assertThat(new Move(NEW, NEW).applyTo(moved)).isEqualTo(moved);
  }

  @Test
  void a_new_job_brings_its_contacts_and_takes_the_former_ones_away() {
    EmailAddress there = new EmailAddress("siti@hospital.example");
    Particulars after =
        new JobChange(NURSE, List.of(new EmailAddress("Siti@Clinic.example")), List.of(there))
            .applyTo(with(WORK, PRIVATE));
    assertThat(after.occupation()).isEqualTo(NURSE);
    assertThat(after.contacts()).containsExactly(PRIVATE, there);
  }

  @Test
  void who_stops_working_has_no_occupation() {
    Particulars working = with(PRIVATE).withOccupation(NURSE);
    assertThat(new JobChange(null, List.of(), List.of()).applyTo(working).occupation()).isNull();
  }

  @Test
  void a_contact_that_nobody_knew_is_not_taken_away() {
    refused(
        () -> new JobChange(NURSE, List.of(WORK), List.of()).applyTo(with(PRIVATE)),
        "contactsNoLongerValid/0",
        "unknown");
  }

  @Test
  void the_same_change_of_job_again_changes_nothing() {
    JobChange change = new JobChange(NURSE, List.of(WORK), List.of(PRIVATE));
    Particulars after = change.applyTo(with(WORK));
    assertThat(change.applyTo(after)).isEqualTo(after);
  }

  private static void refused(Runnable event, String field, String code) {
    assertThatThrownBy(event::run)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.code()).isEqualTo(code);
            });
  }

  private static Particulars with(Contact... contacts) {
    return new Particulars(
        CustomerKind.PERSON,
        CustomerName.of("Siti", null, null),
        null,
        null,
        null,
        null,
        List.of(contacts),
        List.of(),
        List.of());
  }

  private static PostalAddress address(String line) {
    return new PostalAddress(List.of(line), "Bandung", null, "40115", "ID");
  }
}
