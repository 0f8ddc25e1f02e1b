package io.github.langgan.loyalty.model.liability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.langgan.loyalty.model.liability.Breakage.Outstanding;
import io.github.langgan.loyalty.model.liability.PointMoves.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakageTest {

  private static final int AGES = 13;
  private static final int LIFE = 12;

  @Test
  void points_that_nobody_redeems_are_all_expected_to_expire() {
    List<Experience> groups = groups();
    groups.get(0).all().add(Kind.CAME, 0, 6, 100);

    Breakage breakage = Breakage.of(groups, List.of(Outstanding.until(LIFE, 6, 100)));

    assertThat(breakage).isEqualTo(new Breakage(100, 100, 100));
  }

  @Test
  void points_that_never_expire_are_no_breakage() {
    List<Experience> groups = groups();
    groups.get(0).all().add(Kind.CAME, 0, 6, 100);

    Breakage breakage = Breakage.of(groups, List.of(Outstanding.never(6, 100)));

    assertThat(breakage.expected()).isZero();
    assertThat(breakage.high()).isZero();
  }

  /**
   * Half of what is left goes each interval; from the middle of 0 to the middle of 2 that is two.
   */
  @Test
  void it_is_what_the_table_leaves_until_they_expire() {
    List<Experience> groups = groups();
    groups.get(3).all().add(Kind.CAME, 0, 9, 512);
    for (int age = 0; age < 9; age++) {
      groups.get(3).all().add(Kind.REDEEMED, age, 9, -(256 >> age));
    }

    Breakage breakage = Breakage.of(groups, List.of(Outstanding.until(2, 0, 1_000)));

    assertThat(breakage.expected()).isEqualTo(250, within(1e-9));
  }

  /**
   * Members who differ, of whom each redeems what it has by its own habit: how many points will
   * expire is known here, and the interval says so in about 95 of 100 worlds.
   */
  @Test
  void the_interval_holds_the_truth_as_often_as_it_says() {
    Random random = new Random(1958);
    double truth = expectedShareLeft(random, 2_000_000);
    int held = 0;
    for (int world = 0; world < 400; world++) {
      List<Experience> groups = groups();
      for (int member = 0; member < 600; member++) {
        buy(groups.get(member % Breakage.GROUPS).all(), habit(random), random);
      }
      Breakage breakage = Breakage.of(groups, List.of(Outstanding.until(LIFE, 0, 1_000_000)));
      held += breakage.low() <= truth * 1e6 && truth * 1e6 <= breakage.high() ? 1 : 0;
    }
    assertThat(held / 400.0).isBetween(0.90, 0.99);
  }

  /**
   * A tenth lapses in each interval of those that are there for it, from the second on, and two
   * tenths are redeemed: from the middle of the fifth on a third of what is left lapses some time.
   */
  @Test
  void what_lapses_is_expected_to_as_it_did_before() {
    List<Experience> groups = groups();
    PointMoves moves = groups.get(5).lapsing();
    double left = 100_000;
    moves.add(Kind.CAME, 0, 9, 100_000);
    for (int age = 1; age < 9; age++) {
      moves.add(Kind.EXPIRED, age, 9, -Math.round(left * 0.1));
      moves.add(Kind.REDEEMED, age, 9, -Math.round(left * 0.2));
      left *= 0.7;
    }

    double expected = Breakage.of(groups, List.of(Outstanding.lapsing(1, 4, 900))).expected();

    assertThat(expected).isEqualTo(300, within(0.5));
    assertThat(Breakage.of(groups, List.of(Outstanding.lapsing(1, 0, 900))).expected())
        .isEqualTo(300, within(0.5));
    assertThat(Breakage.of(groups, List.of(Outstanding.lapsing(1, 30, 900))).expected())
        .isEqualTo(300, within(0.5));
  }

  @Test
  void as_long_as_nothing_lapsed_nothing_is_expected_to() {
    List<Experience> groups = groups();
    groups.get(1).lapsing().add(Kind.CAME, 0, 6, 100);

    assertThat(Breakage.of(groups, List.of(Outstanding.lapsing(3, 2, 900))))
        .isEqualTo(new Breakage(0, 0, 0));
  }

  /** The chance to redeem in an interval: many never do, some soon. */
  private static double habit(Random random) {
    return random.nextInt(3) == 0 ? 0 : 0.3 * random.nextDouble();
  }

  /** Ten lots of 100, one an interval, each redeemed whole or not; the last interval isn't over. */
  private static void buy(PointMoves moves, double habit, Random random) {
    for (int ageNow = 3; ageNow < AGES; ageNow++) {
      moves.add(Kind.CAME, 0, ageNow, 100);
      for (int age = 0; age <= ageNow; age++) {
        double seen = age == ageNow ? random.nextDouble() : 1;
        if (random.nextDouble() > Math.pow(1 - habit, seen)) {
          moves.add(Kind.REDEEMED, age, ageNow, -100);
          break;
        }
      }
    }
  }

  /** Of points that are there in the middle of the first interval, in the middle of the last. */
  private static double expectedShareLeft(Random random, int members) {
    double first = 0;
    double last = 0;
    for (int i = 0; i < members; i++) {
      double stays = 1 - habit(random);
      first += Math.pow(stays, 0.5);
      last += Math.pow(stays, LIFE + 0.5);
    }
    return last / first;
  }

  private static List<Experience> groups() {
    return new ArrayList<>(
        Stream.generate(() -> Experience.none(AGES)).limit(Breakage.GROUPS).toList());
  }
}
