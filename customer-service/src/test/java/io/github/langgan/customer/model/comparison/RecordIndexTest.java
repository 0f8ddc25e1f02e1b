package io.github.langgan.customer.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.customer.model.CustomerKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordIndexTest {

  private static final CustomerKind PERSON = CustomerKind.PERSON;

  private final RecordIndex index = new RecordIndex();

  /** Among them crowded blocks, also of strong keys, and records that changed or went. */
  @Property(tries = 30)
  void those_meet_that_share_a_key_which_is_not_crowded_or_are_neighbours_in_a_strong_one(
      @ForAll long seed) {
    Random random = new Random(seed);
    RecordIndex index = new RecordIndex();
    SortedMap<Integer, Features> known = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      Features one = some(index, random);
      index.load(new UUID(seed, i), one);
      known.put(i, one);
    }
    index.ready();
    for (int i = 0; i < 200; i++) {
      int number = random.nextInt(300);
      if (random.nextInt(4) == 0) {
        index.remove(new UUID(seed, number));
        known.remove(number);
      } else {
        Features one = some(index, random);
        index.put(new UUID(seed, number), one);
        known.put(number, one);
      }
    }

    assertThat(index.size()).isEqualTo(known.size());
    Map<Integer, List<Integer>> blocks = new HashMap<>();
    known.forEach(
        (number, one) -> {
          for (int key : BlockingKeys.of(one)) {
            blocks.computeIfAbsent(key, none -> new ArrayList<>()).add(number);
          }
        });
    assertThat(blocks.values()).anyMatch(block -> block.size() > RecordIndex.CROWD);
    known.forEach(
        (number, one) ->
            assertThat(index.candidates(number)).containsExactly(expected(number, one, blocks)));
  }

  private static int[] expected(int number, Features one, Map<Integer, List<Integer>> blocks) {
    TreeSet<Integer> expected = new TreeSet<>();
    for (int key : BlockingKeys.of(one)) {
      List<Integer> block = blocks.get(key);
      if (block.size() <= RecordIndex.CROWD) {
        expected.addAll(block);
      } else if (BlockingKeys.saysMuch(key)) {
        int place = block.indexOf(number);
        expected.addAll(
            block.subList(
                Math.max(0, place - RecordIndex.NEIGHBOURS),
                Math.min(block.size(), place + RecordIndex.NEIGHBOURS + 1)));
      }
    }
    expected.remove(number);
    return expected.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void a_record_meets_those_that_it_shares_a_key_with_and_no_others() {
    int first = put(born("Siti Rahma", "1990-04-21"));
    int same = put(born("Rahma Siti", "1990-04-21"));
    put(born("Bambang Hidayat", "1962-11-30"));

    assertThat(index.candidates(first)).containsExactly(same);
    assertThat(index.candidates(same)).containsExactly(first);
  }

  @Test
  void a_town_with_a_wrong_vowel_still_brings_people_together() {
    int first = put(living("Siti Rahma", "Jalan Melati 5", "Yogyakarta"));
    int same = put(living("Sitti Wijaya", "Jalan Kenanga 7", "Yogyokarta"));

    assertThat(index.candidates(first)).containsExactly(same);
  }

  @Test
  void a_house_and_a_name_bring_people_together_whatever_is_wrong_with_the_town() {
    int first = put(living("Siti Rahma", "Jalan Melati 5", "Yogyakarta"));
    int same = put(living("Rahma Wijaya", "Jalan Melati 5", "Yogjakatra"));
    put(living("Rahma Wijaya", "Jalan Melati 7", "Yogjakatra"));

    assertThat(index.candidates(first)).containsExactly(same);
  }

  private Features living(String name, String street, String town) {
    return new FeaturesBuilder(index.vocabulary())
        .customer(PERSON, name, null)
        .place(street, town, null)
        .build()
        .orElseThrow();
  }

  @Test
  void persons_and_organisations_never_meet() {
    int person = put(born("Siti Rahma", "1990-04-21"));
    put(of(CustomerKind.ORGANISATION, "Siti Rahma", LocalDate.parse("1990-04-21"), null));

    assertThat(index.candidates(person)).isEmpty();
  }

  @Test
  void a_name_that_a_crowd_shares_brings_nobody_together() {
    for (int i = 0; i <= RecordIndex.CROWD; i++) {
      put(named("Siti Rahma"));
    }

    assertThat(index.candidates(0)).isEmpty();
    index.remove(index.id(1));
    assertThat(index.candidates(0)).hasSize(RecordIndex.CROWD - 1);
  }

  @Test
  void one_person_who_was_registered_by_the_hundred_is_still_found_out() {
    for (int i = 0; i < 200; i++) {
      put(born("Siti Rahma", "1990-04-21"));
    }

    assertThat(index.candidates(0)).containsExactly(1, 2, 3, 4, 5);
    assertThat(index.candidates(100)).contains(99, 101).hasSize(10);
  }

  private int put(Features features) {
    return index.put(UUID.randomUUID(), features);
  }

  private Features named(String name) {
    return of(PERSON, name, null, null);
  }

  private Features born(String name, String date) {
    return of(PERSON, name, LocalDate.parse(date), null);
  }

  private Features of(
      CustomerKind kind, String name, @Nullable LocalDate born, @Nullable String phone) {
    return features(index, kind, name, born, phone);
  }

  private static Features features(
      RecordIndex index,
      CustomerKind kind,
      String name,
      @Nullable LocalDate born,
      @Nullable String phone) {
    FeaturesBuilder builder = new FeaturesBuilder(index.vocabulary()).customer(kind, name, born);
    return (phone == null ? builder : builder.phone(phone)).build().orElseThrow();
  }

  private static Features some(RecordIndex index, Random random) {
    return features(
        index,
        random.nextInt(10) == 0 ? CustomerKind.ORGANISATION : PERSON,
        "nam" + "bcdf".charAt(random.nextInt(3)) + " kin" + "bc".charAt(random.nextInt(2)),
        LocalDate.of(1990 + random.nextInt(2), 1 + random.nextInt(3), 1 + random.nextInt(2)),
        random.nextBoolean() ? "+62811" + random.nextInt(2) : null);
  }
}
