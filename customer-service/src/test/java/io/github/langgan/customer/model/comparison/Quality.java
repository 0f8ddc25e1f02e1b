package io.github.langgan.customer.model.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well pairs are found. What blocking misses counts as not found.
 *
 * @param found pairs that are taken to be of one person
 * @param right those of them that are
 * @param all pairs that are of one person
 */
record Quality(long found, long right, long all) {

  /**
   * @param persons whom each record is of, by its number
   */
  static Quality of(RecordIndex index, List<?> persons, MatchWeights weights, double from) {
    long found = 0;
    long right = 0;
    for (int one = 0; one < index.numbered(); one++) {
      for (int other : index.candidates(one)) {
        if (other > one && weights.probability(index.compare(one, other)) >= from) {
          found++;
          right += persons.get(one).equals(persons.get(other)) ? 1 : 0;
        }
      }
    }
    Map<Object, Long> records = new HashMap<>();
    persons.forEach(person -> records.merge(person, 1L, Long::sum));
    long all = records.values().stream().mapToLong(many -> many * (many - 1) / 2).sum();
    return new Quality(found, right, all);
  }

  double precision() {
    return (double) right / found;
  }

  double recall() {
    return (double) right / all;
  }

  double f1() {
    return 2.0 * right / (found + all);
  }
}
