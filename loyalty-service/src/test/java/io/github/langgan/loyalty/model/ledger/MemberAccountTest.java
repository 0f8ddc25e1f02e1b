package io.github.langgan.loyalty.model.ledger;

import static io.github.langgan.loyalty.model.ledger.Sheets.NOW;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MemberAccountTest {

  private static final Instant SOON = NOW.plus(Duration.ofDays(1));
  private static final Instant LATER = NOW.plus(Duration.ofDays(9));

  private final MemberAccount account = account(SpendableLots.NONE);

  @Test
  void points_that_expire_soonest_are_spent_first() {
    earn(100, null);
    UUID later = earn(100, LATER);
    UUID soon = earn(100, SOON);

    Entry spent = account.redeem(150, redemption(), NOW);

    assertThat(spent.postings())
        .extracting(Posting::lotId, Posting::points)
        .containsExactly(
            Tuple.tuple(soon, -100L), Tuple.tuple(later, -50L), Tuple.tuple(null, 150L));
    assertThat(spent.balanceAfter().active()).isEqualTo(150);
  }

  @Test
  void what_has_expired_can_not_be_spent() {
    earn(100, SOON);
    earn(10, LATER);

    assertThat(account.spendable(50, SOON)).isEqualTo(10);
    assertThatThrownBy(() -> account.redeem(50, redemption(), SOON))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_return_takes_from_its_own_purchase_first_then_from_what_expires_soonest() {
    UUID own = earn(100, null);
    UUID later = earn(100, LATER);
    UUID soon = earn(100, SOON);
    account.redeem(90, redemption(), NOW);

    Entry taken =
        account.takeBack(Occasion.of(transaction()), List.of(new Share(own, 130)), List.of(), NOW);

    assertThat(taken.postings())
        .extracting(Posting::lotId, Posting::points)
        .containsExactly(
            Tuple.tuple(own, -100L),
            Tuple.tuple(soon, -10L),
            Tuple.tuple(later, -20L),
            Tuple.tuple(null, 130L));
    assertThat(taken.shortfall()).isZero();
  }

  @Test
  void what_is_spent_already_is_told_as_a_shortfall() {
    UUID own = earn(100, null);
    account.redeem(70, redemption(), NOW);

    Entry taken =
        account.takeBack(Occasion.of(transaction()), List.of(new Share(own, 80)), List.of(), NOW);

    assertThat(taken.points()).isEqualTo(-30);
    assertThat(taken.shortfall()).isEqualTo(50);
    assertThat(taken.balanceAfter()).isEqualTo(Balance.NONE);
  }

  @Test
  void points_given_back_return_to_their_lots() {
    UUID first = earn(100, SOON);
    Occasion redemption = redemption();
    account.redeem(60, redemption, NOW);

    Entry restored = account.restore(redemption, List.of(new Share(first, 20)), LATER);

    assertThat(restored.balanceAfter().active()).isEqualTo(60);
    assertThat(account.expire(LATER).orElseThrow().points()).isEqualTo(-60);
    assertThat(account.expire(LATER)).isEmpty();
    assertThatThrownBy(() -> account.restore(redemption, List.of(new Share(first, 101)), LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void lots_are_fetched_only_as_far_as_they_are_needed() {
    List<Lot> stored =
        LongStream.range(0, 9)
            .mapToObj(
                i ->
                    new Lot(
                        new UUID(0, i),
                        new UUID(1, i),
                        null,
                        10,
                        10,
                        new Life(NOW, null, SOON.plusSeconds(i)),
                        null,
                        null))
            .toList();
    List<Integer> fetches = new ArrayList<>();
    MemberAccount large =
        account(
            (last, at) -> {
              int from = last == null ? 0 : stored.indexOf(last) + 1;
              fetches.add(from);
              return stored.subList(from, Math.min(from + 2, stored.size()));
            });

    assertThat(large.spendable(35, NOW)).isEqualTo(40);
    assertThat(fetches).containsExactly(0, 2);
    assertThat(large.spendable(1_000, NOW)).isEqualTo(90);
  }

  /** Else they would take the date of an activity that came too late for them. */
  @Test
  void points_that_go_home_keep_the_time_that_they_had_elsewhere() {
    Life over = new Life(NOW.minusSeconds(99), null, NOW.minusSeconds(1), Period.ofDays(30));
    Lot home = lot(over, 0);
    Lot source = lot(over, 20);

    account.receive(
        EntryKind.DIVIDED, List.of(new Incoming(source, 20, home, null)), Occasion.NONE, NOW);

    assertThat(account.revived()).containsExactly(Map.entry(home.id(), NOW.minusSeconds(1)));
  }

  private static Lot lot(Life life, long remaining) {
    return new Lot(
        UUID.randomUUID(), UUID.randomUUID(), transaction(), 20, remaining, life, null, null);
  }

  private UUID earn(long points, @Nullable Instant expiresAt) {
    Entry earned =
        account.earn(
            points, Occasion.of(transaction()), 1, null, new Life(NOW, null, expiresAt), List.of());
    return requireNonNull(earned.postings().getFirst().lotId());
  }

  private static Occasion redemption() {
    return Occasion.of(RedemptionId.next());
  }

  private static TransactionId transaction() {
    return new TransactionId(UUID.randomUUID());
  }

  private static MemberAccount account(SpendableLots lots) {
    CustomerId customer = new CustomerId(UUID.randomUUID());
    Membership membership =
        new Membership(
            MembershipId.next(),
            customer,
            customer,
            ProgramId.next(),
            UUID.randomUUID(),
            NOW,
            null);
    return new MemberAccount(membership, 0, 0, ChainHead.START, false, lots, Debts.NONE);
  }
}
