package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.customer.model.comparison.MadeUpTown.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Families agree in nearly everything but the person. */
class HouseholdsTest {

  private static final int PEOPLE = 3_000;

  private final RecordIndex index = new RecordIndex();
  private List<Entry> entries = List.of();

  @Test
  void where_nobody_is_registered_twice_nobody_is_taken_for_another() {
    live(new MadeUpTown(1).of(PEOPLE, 0.4, 0));

    assertThat(quality(learnt(), 0.9).found()).isZero();
    assertThat(quality(MatchWeights.initial(), 0.99).found()).isZero();
  }

  @Test
  void strangers_alone_are_not_taken_for_each_other_either() {
    live(new MadeUpTown(2).of(PEOPLE, 0, 0));

    assertThat(quality(learnt(), 0.9).found()).isZero();
  }

  @Test
  void those_who_are_registered_twice_are_found_among_their_families() {
    live(new MadeUpTown(3).of(PEOPLE, 0.4, 0.1));

    Quality learnt = quality(learnt(), 0.9);

    assertThat(learnt.precision()).isGreaterThan(0.98);
    assertThat(learnt.recall()).isGreaterThan(0.85);
  }

  @Test
  void of_a_family_it_is_said_that_they_may_be_one() {
    live(new MadeUpTown(4).of(PEOPLE, 0.4, 0.1));
    Features one = features("Siti Wijaya", "1990-04-21");
    Features sister = features("Dewi Wijaya", "1994-11-02");

    assertThat(learnt().alternative(Comparison.of(one, sister))).isEqualTo(Relation.ONE_HOUSEHOLD);
  }

  private Features features(String name, String born) {
    String[] names = name.split(" ");
    return new Entry(
            0,
            names[0],
            names[1],
            LocalDate.parse(born),
            "+628123456789",
            "Jalan Melati No. 5",
            "Bandung")
        .features(index.vocabulary());
  }

  private void live(List<Entry> people) {
    entries = people;
    for (Entry one : people) {
      index.load(UUID.randomUUID(), one.features(index.vocabulary()));
    }
    index.ready();
  }

  private MatchWeights learnt() {
    return LearningSample.learn(index).orElseThrow();
  }

  private Quality quality(MatchWeights weights, double from) {
    return Quality.of(index, entries.stream().map(Entry::person).toList(), weights, from);
  }
}
