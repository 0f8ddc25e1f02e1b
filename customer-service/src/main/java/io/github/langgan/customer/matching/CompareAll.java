package io.github.langgan.customer.matching;

import io.github.langgan.customer.model.comparison.RecordIndex;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Compares all records with all that share a key, on all processors. */
final class CompareAll {

  private static final int SLICE = 20_000;

  private CompareAll() {}

  /**
   * @param pairs that were compared
   * @param found those that the rules don't take for different
   */
  record Outcome(long pairs, FoundPairs found) {}

  /**
   * @param most pairs that may be found
   * @param progress is told now and then how many records were compared
   * @throws MatchIndex.OutOfMemory when more are found
   */
  static Outcome under(MatchRules rules, RecordIndex records, long most, IntConsumer progress) {
    long pairs = 0;
    FoundPairs found = new FoundPairs();
    JudgePairs judge = new JudgePairs(rules, records);
    for (int from = 0; from < records.numbered(); from += SLICE) {
      int to = Math.min(records.numbered(), from + SLICE);
      Slice slice =
          IntStream.range(from, to)
              .parallel()
              .filter(records::contains)
              .collect(
                  Slice::new,
                  (some, record) -> some.compare(record, records, judge),
                  Slice::addAll);
      pairs += slice.pairs;
      found.addAll(slice.found);
      if (found.pairs().size() > most) {
        throw new MatchIndex.OutOfMemory(
            "More than %d pairs are for review or the same; raise reviewFrom".formatted(most));
      }
      progress.accept(to);
    }
    return new Outcome(pairs, found);
  }

  private static final class Slice {
    private long pairs;
    private final FoundPairs found = new FoundPairs();

    void compare(int one, RecordIndex records, JudgePairs judge) {
      for (int other : records.candidates(one)) {
        if (other > one) {
          pairs++;
          judge.judge(one, other, found);
        }
      }
    }

    void addAll(Slice more) {
      pairs += more.pairs;
      found.addAll(more.found);
    }
  }
}
