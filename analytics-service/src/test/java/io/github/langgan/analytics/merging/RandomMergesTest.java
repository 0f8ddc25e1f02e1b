package io.github.langgan.analytics.merging;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.analytics.Merges;
import io.github.langgan.analytics.OtherServices;
import io.github.langgan.analytics.TransactionJson;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a plain model: a purchase belongs to whom the record that it came for means. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RandomMergesTest {

  private record InForce(int merge, int merged, int survivor) {}

  /** The records, purchases and merges of one telling of the history. */
  private record Telling(
      List<UUID> records, Map<Integer, TransactionJson> anonymous, Map<Integer, UUID> merges) {

    static Telling ofNobodyYet() {
      return new Telling(
          Stream.generate(UuidV7::next).limit(RECORDS).toList(), new HashMap<>(), new HashMap<>());
    }
  }

  private record Event(boolean ofMerge, Consumer<Telling> happens) {}

  private static final int RECORDS = 5;

  @Inject OtherServices others;
  @Inject Merges merges;
  @Inject Figures figures;
  @Inject Jdbi jdbi;

  private final Telling live = Telling.ofNobodyYet();
  private final List<Event> history = new ArrayList<>();
  private final List<InForce> inForce = new ArrayList<>();
  private final List<Integer> cameFor = new ArrayList<>();
  private final Deque<Integer> anonymous = new ArrayDeque<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatever_is_merged_and_split_each_has_what_came_for_it_also_when_all_is_read_anew(
      long seed) {
    Random random = new Random(seed);
    for (int step = 1; step <= 30; step++) {
      switch (random.nextInt(5)) {
        case 0 -> purchases(random);
        case 1 -> anonymousPurchase(step);
        case 2 -> attribution(random);
        case 3 -> merge(random, step);
        default -> split(random);
      }
      assertThat(counted(live)).as("seed %d, step %d", seed, step).isEqualTo(expected());
    }
    figures.agreeWithTheFacts();
    // a rebuild reads each topic from its beginning, and one of them may be far ahead
    for (boolean mergesFirst : List.of(true, false)) {
      Telling anew = Telling.ofNobodyYet();
      Stream.of(mergesFirst, !mergesFirst)
          .flatMap(ofMerge -> history.stream().filter(event -> event.ofMerge == ofMerge))
          .forEach(event -> event.happens.accept(anew));
      assertThat(counted(anew)).as("merges first: %s", mergesFirst).isEqualTo(expected());
    }
    figures.agreeWithTheFacts();
  }

  private void happens(boolean ofMerge, Consumer<Telling> event) {
    history.add(new Event(ofMerge, event));
    event.accept(live);
  }

  private void purchases(Random random) {
    int one = random.nextInt(RECORDS);
    int other = random.nextInt(RECORDS);
    happens(
        false,
        told ->
            others.tell(
                aPurchase().of(told.records.get(one)).line(1, "1.00", null),
                aPurchase().of(told.records.get(other)).line(1, "2.00", null)));
    cameFor.addAll(List.of(one, other));
  }

  private void anonymousPurchase(int number) {
    happens(
        false,
        told -> {
          TransactionJson purchase = aPurchase().line(1, "3.00", null);
          told.anonymous.put(number, purchase);
          others.tell(purchase);
        });
    anonymous.push(number);
  }

  private void attribution(Random random) {
    if (!anonymous.isEmpty()) {
      int number = anonymous.pop();
      int whose = random.nextInt(RECORDS);
      happens(
          false,
          told ->
              others.tell(
                  told.anonymous
                      .get(number)
                      .attributedTo(told.records.get(whose), "2026-05-01T00:00:00Z")));
      cameFor.add(whose);
    }
  }

  private void merge(Random random, int number) {
    List<Integer> current =
        IntStream.range(0, RECORDS).filter(one -> meaning(one) == one).boxed().toList();
    if (current.size() > 1) {
      int survivor = current.get(random.nextInt(current.size()));
      int merged = current.stream().filter(one -> one != survivor).findFirst().orElseThrow();
      inForce.add(new InForce(number, merged, survivor));
      happens(
          true,
          told ->
              told.merges.put(
                  number, merges.merge(told.records.get(merged), told.records.get(survivor))));
    }
  }

  /** The latest of its survivor, which is no other's by then. */
  private void split(Random random) {
    List<InForce> latest =
        inForce.stream()
            .filter(one -> meaning(one.survivor()) == one.survivor())
            .filter(
                one ->
                    inForce.stream()
                        .filter(other -> other.survivor() == one.survivor())
                        .toList()
                        .getLast()
                        .equals(one))
            .toList();
    if (!latest.isEmpty()) {
      InForce undone = latest.get(random.nextInt(latest.size()));
      inForce.remove(undone);
      happens(
          true,
          told ->
              merges.split(
                  told.merges.get(undone.merge),
                  told.records.get(undone.merged),
                  told.records.get(undone.survivor)));
    }
  }

  private int meaning(int record) {
    return inForce.stream()
        .filter(one -> one.merged == record)
        .findFirst()
        .map(one -> meaning(one.survivor))
        .orElse(record);
  }

  private Map<Integer, Integer> expected() {
    Map<Integer, Integer> expected = new TreeMap<>();
    cameFor.forEach(record -> expected.merge(meaning(record), 1, Integer::sum));
    return expected;
  }

  private Map<Integer, Integer> counted(Telling told) {
    Map<Integer, Integer> counted = new TreeMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT customer_id, purchases FROM customer_activity
                     WHERE customer_id = ANY(:ids) AND purchases > 0
                    """)
                .bind("ids", told.records.toArray(UUID[]::new))
                .map(
                    (row, context) ->
                        counted.put(
                            told.records.indexOf(row.getObject("customer_id", UUID.class)),
                            row.getInt("purchases")))
                .list());
    return counted;
  }
}
