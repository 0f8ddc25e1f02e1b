package io.github.langgan.loyalty.model.contact;

import static io.github.langgan.loyalty.model.contact.ConsentAct.Kind.GRANTED;
import static io.github.langgan.loyalty.model.contact.ConsentAct.Kind.OBJECTED;
import static io.github.langgan.loyalty.model.contact.ConsentAct.Kind.OBJECTION_LIFTED;
import static io.github.langgan.loyalty.model.contact.ConsentAct.Kind.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContactRulesTest {

  private static final Purpose NEWS = new Purpose("NEWSLETTER", Channel.EMAIL, true);
  private static final Purpose SERVICE = new Purpose("SERVICE", Channel.EMAIL, false);

  private static Instant day(int day) {
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
  }

  private static ConsentAct said(ConsentAct.Kind kind, int day) {
    return new ConsentAct(UUID.randomUUID(), new UUID(1, 1), kind, null, List.of(), day(day), null);
  }

  private static boolean permits(Purpose purpose, ConsentAct... said) {
    return ContactRules.permit(purpose, List.of(said), day(100));
  }

  @Test
  void who_said_nothing_is_contacted_only_where_no_consent_is_needed() {
    assertThat(permits(NEWS)).isFalse();
    assertThat(permits(SERVICE)).isTrue();
  }

  @Test
  void the_last_word_counts_in_whichever_order_it_came() {
    ConsentAct yes = said(GRANTED, 1);
    ConsentAct no = said(WITHDRAWN, 2);

    assertThat(permits(NEWS, yes)).isTrue();
    assertThat(permits(NEWS, yes, no)).isFalse();
    assertThat(permits(NEWS, no, yes)).isFalse();
    assertThat(permits(NEWS, no, said(GRANTED, 3), yes)).isTrue();
    assertThat(permits(SERVICE, no)).isTrue();
  }

  @Test
  void of_two_words_of_one_moment_the_one_that_protects_more_counts() {
    Stream.of(true, false)
        .forEach(
            first -> {
              ConsentAct yes = said(GRANTED, 1);
              ConsentAct no = said(WITHDRAWN, 1);
              assertThat(first ? permits(NEWS, yes, no) : permits(NEWS, no, yes)).isFalse();
            });
  }

  @Test
  void an_objection_stands_until_it_is_lifted_whatever_is_granted() {
    assertThat(permits(NEWS, said(OBJECTED, 1), said(GRANTED, 2))).isFalse();
    assertThat(permits(SERVICE, said(OBJECTED, 1))).isFalse();
    assertThat(permits(NEWS, said(OBJECTED, 1), said(GRANTED, 2), said(OBJECTION_LIFTED, 3)))
        .isTrue();
  }

  @Test
  void a_consent_ends_with_its_time() {
    ConsentAct yes =
        new ConsentAct(
            UUID.randomUUID(), new UUID(1, 1), GRANTED, null, List.of(), day(1), day(10));

    assertThat(ContactRules.permit(NEWS, List.of(yes), day(9))).isTrue();
    assertThat(ContactRules.permit(NEWS, List.of(yes), day(10))).isFalse();
  }
}
