package io.github.langgan.customer.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** How many messages are under way to one receiver. */
class WayTest {

  private static final Answer ARRIVED = Answer.of(204, null);
  private static final Answer FAILED = Answer.of(500, null);

  private final Semaphore allPlaces = new Semaphore(3);
  private final Way way = way();

  private Way way() {
    return new Way(2, allPlaces, Duration.ofMillis(20));
  }

  private static void attempt(Way way, Answer answer) throws InterruptedException {
    assertThat(way.enter()).isTrue();
    way.leave(answer);
  }

  @Test
  void there_are_so_many_places_and_who_finds_none_in_time_goes_back() throws Exception {
    assertThat(way.enter()).isTrue();
    assertThat(way.enter()).isTrue();
    assertThat(way.enter()).isFalse();
    way.leave(ARRIVED);
    assertThat(way.enter()).isTrue();
  }

  @Test
  void all_receivers_together_have_so_many_places() throws Exception {
    assertThat(way.enter()).isTrue();
    assertThat(way.enter()).isTrue();
    Way other = way();
    assertThat(other.enter()).isTrue();
    assertThat(other.enter()).isFalse();
    way.leave(FAILED);
    assertThat(other.enter()).isTrue();
  }

  @Test
  void after_five_failures_in_a_row_nobody_goes_and_nothing_is_claimed() throws Exception {
    for (int i = 0; i < 4; i++) {
      attempt(way, FAILED);
    }
    attempt(way, ARRIVED);
    for (int i = 0; i < 5; i++) {
      assertThat(way.room()).isEqualTo(2);
      attempt(way, FAILED);
    }
    assertThat(way.enter()).isFalse();
    assertThat(way.room()).isZero();
    assertThat(allPlaces.availablePermits()).isEqualTo(3);
  }

  @Test
  void nobody_goes_to_a_receiver_that_is_gone() throws Exception {
    attempt(way, Answer.of(410, null));
    assertThat(way.enter()).isFalse();
  }

  @Test
  void more_is_claimed_ahead_the_more_arrives_until_one_waits_for_too_long() {
    for (int i = 0; i < 100; i++) {
      way.claim();
      assertThat(way.noted(true)).isTrue();
    }
    assertThat(way.room()).isEqualTo(32);
    way.claim();
    way.claim();
    assertThat(way.room()).isEqualTo(30);
    assertThat(way.noted(false)).isFalse();
    assertThat(way.room()).isEqualTo(31);
    assertThat(way.gaveBack()).isTrue();
    assertThat(way.room()).isEqualTo(2);
  }
}
