package io.github.langgan.loyalty.model.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardStatesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(400));

  /** Each row is a state of a card, each column what it becomes by an act; - where it may not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          BEFORE                   | activate | block LOST   | block OTHER   | unblock  | replace
          INACTIVE                 | ACTIVE   | BLOCKED LOST | BLOCKED OTHER | -        | -
          ACTIVE                   | -        | BLOCKED LOST | BLOCKED OTHER | -        | -
          BLOCKED LOST             | -        | -            | -             | -        | INACTIVE
          BLOCKED STOLEN           | -        | -            | -             | -        | INACTIVE
          BLOCKED FRAUD            | -        | -            | -             | -        | INACTIVE
          BLOCKED DAMAGED          | -        | BLOCKED LOST | -             | ACTIVE   | INACTIVE
          BLOCKED CUSTOMER_REQUEST | -        | BLOCKED LOST | -             | ACTIVE   | INACTIVE
          BLOCKED OTHER            | -        | BLOCKED LOST | -             | ACTIVE   | INACTIVE
          INACTIVE, BLOCKED OTHER  | -        | BLOCKED LOST | -             | INACTIVE | INACTIVE
          EXPIRED                  | -        | -            | -             | -        | INACTIVE
          EXPIRED LOST             | -        | -            | -             | -        | INACTIVE
          """)
  void what_a_card_may_become(
      String before,
      String activate,
      String blockLost,
      String blockOther,
      String unblock,
      String replace) {
    Card card = card(before);
    Instant at = before.startsWith("EXPIRED") ? LATER : NOW;

    assertThat(told(card.activated(at))).as("activate").isEqualTo(activate);
    assertThat(told(card.blocked(BlockReason.LOST, at))).as("block LOST").isEqualTo(blockLost);
    assertThat(told(card.blocked(BlockReason.OTHER, at))).as("block OTHER").isEqualTo(blockOther);
    assertThat(told(card.unblocked(at))).as("unblock").isEqualTo(unblock);
    assertThat(told(card.replaced(range(CardKind.PHYSICAL), at))).as("replace").isEqualTo(replace);
  }

  @Test
  void a_virtual_card_and_its_replacement_can_be_used_at_once() {
    Card card = issued(CardKind.VIRTUAL);

    assertThat(card.isActive(NOW)).isTrue();
    Card lost = card.blocked(BlockReason.LOST, NOW).orElseThrow();
    assertThat(lost.replaced(range(CardKind.VIRTUAL), NOW).orElseThrow().isActive(NOW)).isTrue();
  }

  @Test
  void a_replacement_is_the_next_piece_of_the_same_number_with_a_new_expiry() {
    Card lost = card("BLOCKED LOST");
    Instant at = NOW.plus(Duration.ofDays(40));

    Card piece = lost.replaced(range(CardKind.PHYSICAL), at).orElseThrow();

    assertThat(piece.number()).isEqualTo(lost.number());
    assertThat(piece.id()).isEqualTo(lost.id());
    assertThat(piece.issue()).isEqualTo(2);
    assertThat(piece.issuedAt()).isEqualTo(at);
    assertThat(piece.expiresAt()).isEqualTo(Instant.parse("2027-02-15T00:00:00Z"));
    assertThat(piece.version()).isEqualTo(lost.version() + 1);
  }

  @Test
  void a_card_is_replaced_for_what_it_was_blocked_for_or_because_it_expired() {
    assertThat(card("BLOCKED FRAUD").replacementReason(NOW)).contains(ReplacementReason.FRAUD);
    assertThat(card("EXPIRED LOST").replacementReason(LATER)).contains(ReplacementReason.LOST);
    assertThat(card("EXPIRED").replacementReason(LATER)).contains(ReplacementReason.EXPIRED);
    assertThat(card("ACTIVE").replacementReason(NOW)).isEmpty();
  }

  @Test
  void it_can_be_used_until_the_end_of_its_last_day_and_not_a_moment_longer() {
    Card card = card("ACTIVE");
    Instant end = Instant.parse("2027-01-06T00:00:00Z");

    assertThat(card.isActive(end.minusNanos(1))).isTrue();
    assertThat(card.isActive(end)).isFalse();
  }

  private static Card card(String words) {
    Card issued = issued(CardKind.PHYSICAL);
    boolean wasActivated = !words.startsWith("INACTIVE");
    Card card = wasActivated ? issued.activated(NOW).orElseThrow() : issued;
    String reason = words.substring(words.lastIndexOf(' ') + 1);
    return words.contains(" ")
        ? card.blocked(BlockReason.valueOf(reason), NOW).orElseThrow()
        : card;
  }

  private static String told(Optional<Card> card) {
    return card.map(
            after ->
                after.blockReason() == null
                    ? after.state().name()
                    : after.state() + " " + after.blockReason())
        .orElse("-");
  }

  private static Card issued(CardKind kind) {
    return Card.issued(CardNumber.at("700000", 1), MembershipId.next(), range(kind), NOW);
  }

  private static CardRange range(CardKind kind) {
    return new CardRange(
        CardRangeId.next(),
        ProgramId.next(),
        "Cards",
        "700000",
        kind,
        null,
        BigDecimal.TEN,
        "GBP",
        FeePolicy.HALF,
        12,
        ZoneOffset.UTC,
        NOW);
  }
}
