package io.github.langgan.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.analytics.model.Lifecycle.Purchases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Lifecycle THIRTY_DAYS = new Lifecycle(Duration.ofDays(30));

  @Test
  void one_purchase_is_judged_by_what_others_do() {
    Purchases once = new Purchases(1, FIRST, FIRST);
    assertThat(THIRTY_DAYS.usualGap(once)).isEqualTo(Duration.ofDays(30));
    assertThat(stage(once, 60)).isEqualTo(Stage.NEW);
    assertThat(stage(once, 61)).isEqualTo(Stage.LAPSING);
    assertThat(stage(once, 120)).isEqualTo(Stage.LAPSING);
    assertThat(stage(once, 121)).isEqualTo(Stage.LAPSED);
  }

  @Test
  void many_purchases_are_judged_mostly_by_their_own_gaps() {
    Purchases weekly = new Purchases(11, FIRST, FIRST.plus(Duration.ofDays(70)));
    assertThat(THIRTY_DAYS.usualGap(weekly)).isEqualTo(Duration.ofDays(100).dividedBy(11));
    assertThat(stage(weekly, 18)).isEqualTo(Stage.ACTIVE);
    assertThat(stage(weekly, 19)).isEqualTo(Stage.LAPSING);
    assertThat(stage(weekly, 37)).isEqualTo(Stage.LAPSED);
  }

  @Test
  void several_purchases_at_once_do_not_make_the_next_hour_a_silence() {
    Purchases twice = new Purchases(2, FIRST, FIRST);
    assertThat(stage(twice, 29)).isEqualTo(Stage.ACTIVE);
  }

  @Test
  void a_stage_begins_with_the_last_purchase_or_when_silence_grew_too_long() {
    Purchases once = new Purchases(1, FIRST, FIRST);
    assertThat(THIRTY_DAYS.since(Stage.NEW, once)).isEqualTo(FIRST);
    assertThat(THIRTY_DAYS.since(Stage.LAPSING, once)).isEqualTo(FIRST.plus(Duration.ofDays(60)));
    assertThat(THIRTY_DAYS.since(Stage.LAPSED, once)).isEqualTo(FIRST.plus(Duration.ofDays(120)));
  }

  private static Stage stage(Purchases purchases, int silentDays) {
    return THIRTY_DAYS.stageOf(purchases, purchases.last().plus(Duration.ofDays(silentDays)));
  }
}
