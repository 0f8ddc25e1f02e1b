package io.github.langgan.customer.model.consent;

import static io.github.langgan.customer.model.consent.ActKind.GRANTED;
import static io.github.langgan.customer.model.consent.ActKind.OBJECTED;
import static io.github.langgan.customer.model.consent.ActKind.OBJECTION_LIFTED;
import static io.github.langgan.customer.model.consent.ActKind.WITHDRAWN;
import static io.github.langgan.customer.model.consent.ContactChannel.EMAIL;
import static io.github.langgan.customer.model.consent.ContactChannel.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.customer.model.consent.ConsentAct.Proof;
import io.github.langgan.customer.model.consent.Verdict.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContactRulesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final UUID SITI = UUID.randomUUID();

  @Test
  void the_last_word_counts_by_when_it_was_said() {
    List<ConsentAct> said =
        List.of(
            act(WITHDRAWN, "NEWS", 5, EMAIL),
            act(GRANTED, "NEWS", 9, EMAIL),
            act(GRANTED, "NEWS", 1, EMAIL));

    assertThat(reason(said, 0)).isEqualTo(Reason.NO_CONSENT);
    assertThat(reason(said, 1)).isEqualTo(Reason.CONSENT_GRANTED);
    assertThat(reason(said, 4)).isEqualTo(Reason.CONSENT_GRANTED);
    assertThat(reason(said, 5)).isEqualTo(Reason.CONSENT_WITHDRAWN);
    assertThat(reason(said, 9)).isEqualTo(Reason.CONSENT_GRANTED);
  }

  @Test
  void a_consent_is_for_one_purpose_over_its_channels() {
    List<ConsentAct> said = List.of(act(GRANTED, "NEWS", 1, EMAIL));

    assertThat(judge("NEWS", SMS, said, 2).reason()).isEqualTo(Reason.NO_CONSENT);
    assertThat(judge("OTHER", EMAIL, said, 2).reason()).isEqualTo(Reason.NO_CONSENT);
  }

  @Test
  void a_withdrawal_of_everything_ends_every_consent_until_one_is_given_again() {
    List<ConsentAct> said =
        List.of(
            act(GRANTED, "NEWS", 1, EMAIL),
            act(WITHDRAWN, null, 2),
            act(GRANTED, "NEWS", 3, EMAIL));

    assertThat(reason(said, 2)).isEqualTo(Reason.CONSENT_WITHDRAWN);
    assertThat(reason(said, 3)).isEqualTo(Reason.CONSENT_GRANTED);
  }

  @Test
  void an_objection_stands_whatever_is_granted_until_it_is_lifted() {
    List<ConsentAct> said =
        List.of(
            act(OBJECTED, null, 1),
            act(GRANTED, "NEWS", 2, EMAIL),
            act(OBJECTION_LIFTED, "NEWS", 3, EMAIL));

    assertThat(reason(said, 2)).isEqualTo(Reason.OBJECTED);
    assertThat(reason(said, 3)).isEqualTo(Reason.CONSENT_GRANTED);
    assertThat(judge("NEWS", SMS, said, 3).reason()).isEqualTo(Reason.OBJECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSENT, RESTRICTED",
    "LEGITIMATE_INTERESTS, RESTRICTED",
    "CONTRACT, RESTRICTED",
    "PUBLIC_TASK, RESTRICTED",
    "LEGAL_OBLIGATION, LAWFUL_WITHOUT_CONSENT",
    "VITAL_INTERESTS, LAWFUL_WITHOUT_CONSENT",
  })
  void who_is_restricted_is_contacted_by_duty_only(LawfulBasis basis, Reason reason) {
    Purpose purpose = new Purpose("NEWS", "News", basis, null, START, null);
    List<ConsentAct> said = List.of(act(GRANTED, "NEWS", 1, EMAIL));
    assertThat(ContactRules.judge(purpose, EMAIL, at(2), said, Hindrance.RESTRICTION).reason())
        .isEqualTo(reason);
    assertThat(ContactRules.judge(purpose, EMAIL, at(2), said, null).permitted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(LawfulBasis.class)
  void who_has_died_is_contacted_for_nothing(LawfulBasis basis) {
    Purpose purpose = new Purpose("NEWS", "News", basis, null, START, null);
    List<ConsentAct> said = List.of(act(GRANTED, "NEWS", 1, EMAIL));
    assertThat(ContactRules.judge(purpose, EMAIL, at(2), said, Hindrance.DEATH))
        .isEqualTo(Verdict.no(Reason.DECEASED, null));
  }

  @Test
  void a_consent_ends_by_itself() {
    ConsentAct granted = expiring(act(GRANTED, "NEWS", 1, EMAIL), 10);

    assertThat(reason(List.of(granted), 9)).isEqualTo(Reason.CONSENT_GRANTED);
    assertThat(reason(List.of(granted), 10)).isEqualTo(Reason.CONSENT_EXPIRED);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSENT, NO_CONSENT, OBJECTED",
    "LEGITIMATE_INTERESTS, LAWFUL_WITHOUT_CONSENT, OBJECTED",
    "CONTRACT, LAWFUL_WITHOUT_CONSENT, LAWFUL_WITHOUT_CONSENT",
    "LEGAL_OBLIGATION, LAWFUL_WITHOUT_CONSENT, LAWFUL_WITHOUT_CONSENT",
    "VITAL_INTERESTS, LAWFUL_WITHOUT_CONSENT, LAWFUL_WITHOUT_CONSENT",
    "PUBLIC_TASK, LAWFUL_WITHOUT_CONSENT, LAWFUL_WITHOUT_CONSENT"
  })
  void an_objection_counts_where_the_law_lets_it(
      LawfulBasis basis, Reason silent, Reason objecting) {
    Purpose purpose = new Purpose("NEWS", "", basis, null, START, null);
    List<ConsentAct> said = List.of(act(OBJECTED, null, 1));

    assertThat(ContactRules.judge(purpose, EMAIL, at(2), List.of()).reason()).isEqualTo(silent);
    assertThat(ContactRules.judge(purpose, EMAIL, at(2), said).reason()).isEqualTo(objecting);
  }

  @Test
  void nobody_is_contacted_for_a_retired_purpose() {
    Purpose retired = new Purpose("NEWS", "", LawfulBasis.CONSENT, null, START, at(5));
    List<ConsentAct> said = List.of(act(GRANTED, "NEWS", 1, EMAIL));

    assertThat(ContactRules.judge(retired, EMAIL, at(4), said).permitted()).isTrue();
    assertThat(ContactRules.judge(retired, EMAIL, at(5), said).reason())
        .isEqualTo(Reason.PURPOSE_RETIRED);
  }

  /** Also when several things are said at the same moment. */
  @Property(tries = 300)
  void in_whatever_order_we_hear_of_it_the_answer_is_the_same(@ForAll long seed) {
    Random random = new Random(seed);
    List<ConsentAct> said = new ArrayList<>(some(random));
    Verdict first = judge("NEWS", EMAIL, said, 5);

    Collections.shuffle(said, random);

    Verdict second = judge("NEWS", EMAIL, said, 5);
    assertThat(second.permitted()).isEqualTo(first.permitted());
    assertThat(second.reason()).isEqualTo(first.reason());
  }

  @Property(tries = 300)
  void nobody_is_contacted_between_an_objection_and_its_lifting(@ForAll long seed) {
    List<ConsentAct> said = new ArrayList<>(some(new Random(seed)));
    said.removeIf(act -> act.kind() == OBJECTION_LIFTED);
    said.add(act(OBJECTED, null, 3));

    assertThat(judge("NEWS", EMAIL, said, 5).permitted()).isFalse();
  }

  private static List<ConsentAct> some(Random random) {
    return Stream.generate(
            () ->
                act(
                    ActKind.values()[random.nextInt(4)],
                    random.nextInt(4) == 0 ? null : random.nextBoolean() ? "NEWS" : "OTHER",
                    random.nextInt(7),
                    random.nextBoolean() ? EMAIL : SMS))
        .limit(random.nextInt(12))
        .toList();
  }

  private static Reason reason(List<ConsentAct> said, int day) {
    return judge("NEWS", EMAIL, said, day).reason();
  }

  private static Verdict judge(
      String purpose, ContactChannel channel, List<ConsentAct> said, int day) {
    return ContactRules.judge(
        new Purpose(purpose, "", LawfulBasis.CONSENT, null, START, null), channel, at(day), said);
  }

  private static ConsentAct act(
      ActKind kind, @Nullable String purpose, int day, ContactChannel... channels) {
    return new ConsentAct(
        UUID.randomUUID(),
        SITI,
        kind,
        purpose,
        List.of(channels),
        null,
        at(day),
        null,
        at(day),
        new Proof("WEB_FORM", null),
        null,
        new ActReporter(ActReporter.Kind.STAFF, null, "agent"));
  }

  private static ConsentAct expiring(ConsentAct act, int day) {
    return new ConsentAct(
        act.id(),
        act.customerId(),
        act.kind(),
        act.purpose(),
        act.channels(),
        act.text(),
        act.effectiveAt(),
        at(day),
        act.recordedAt(),
        act.proof(),
        act.reason(),
        act.reporter());
  }

  private static Instant at(int day) {
    return START.plusSeconds(86_400L * day);
  }
}
