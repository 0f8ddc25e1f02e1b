package io.github.langgan.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxFloorTest {

  private long nanos;
  private final OutboxFloor floor = new OutboxFloor(() -> nanos);

  @Test
  void what_was_published_is_passed_once_those_who_began_before_have_ended() {
    assertThat(floor.above(100, 100)).isZero();
    floor.deletedTo(5, true);
    // 99 may still hold a position below 5
    assertThat(floor.above(99, 101)).isZero();
    floor.deletedTo(0, true);
    assertThat(floor.above(101, 102)).isZero();
    floor.deletedTo(3, true);
    assertThat(floor.above(102, 102)).isEqualTo(5);
  }

  @Test
  void a_reading_that_left_some_out_settles_only_what_it_reached() {
    floor.above(100, 100);
    floor.deletedTo(50, true);
    floor.above(100, 100);
    floor.deletedTo(20, false);
    assertThat(floor.above(100, 100)).isZero();
    floor.deletedTo(50, false);
    assertThat(floor.above(100, 100)).isEqualTo(50);
  }

  @Test
  void after_a_while_all_is_read_again() {
    floor.above(100, 100);
    floor.deletedTo(5, true);
    floor.above(100, 100);
    floor.deletedTo(0, true);
    assertThat(floor.above(100, 100)).isEqualTo(5);

    nanos += Duration.ofSeconds(11).toNanos();

    assertThat(floor.above(100, 100)).isZero();
    floor.deletedTo(0, true);
    assertThat(floor.above(100, 100)).isEqualTo(5);
  }

  /** Transactions that begin, draw positions, commit and roll back in any order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothing_is_ever_passed_that_was_not_published(long seed) {
    Random random = new Random(seed);
    TreeMap<Long, List<Long>> open = new TreeMap<>();
    TreeMap<Long, Long> visible = new TreeMap<>();
    Set<Long> committed = new HashSet<>();
    Set<Long> published = new HashSet<>();
    long nextId = 1;
    long nextPosition = 1;
    int most = 3;
    long highestFloor = 0;
    for (int step = 0; step < 20_000; step++) {
      switch (random.nextInt(5)) {
        case 0 -> open.put(nextId++, new ArrayList<>());
        case 1 -> {
          if (!open.isEmpty()) {
            any(open, random).add(nextPosition++);
          }
        }
        case 2 -> {
          if (!open.isEmpty()) {
            Long id = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
            List<Long> positions = open.remove(id);
            if (random.nextInt(4) > 0) {
              positions.forEach(position -> visible.put(position, id));
              committed.addAll(positions);
            }
          }
        }
        default -> {
          long above = floor.above(open.isEmpty() ? nextId : open.firstKey(), nextId);
          highestFloor = Math.max(highestFloor, above);
          assertThat(visible.headMap(above, true)).isEmpty();
          List<Long> read = visible.tailMap(above, false).keySet().stream().limit(most).toList();
          published.addAll(read);
          read.forEach(visible::remove);
          floor.deletedTo(read.isEmpty() ? 0 : read.getLast(), read.size() < most);
        }
      }
    }
    assertThat(highestFloor).isPositive();
    committed.removeAll(visible.keySet());
    assertThat(published).isEqualTo(committed);
  }

  private static List<Long> any(TreeMap<Long, List<Long>> open, Random random) {
    return List.copyOf(open.values()).get(random.nextInt(open.size()));
  }
}
