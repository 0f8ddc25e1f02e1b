package io.github.langgan.customer.model.naming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A name that is looked for, as words of existing names that each of its words may mean.
 *
 * @param meanings of each word, with how well they fit, best first
 */
public record AskedName(List<Map<String, Integer>> meanings) {

  /** Of one word asked for; the work of a search stays bounded. */
  private static final int MOST_MEANINGS = 50;

  /**
   * @param words that were asked for
   * @param candidates for each of them
   */
  public static AskedName of(List<String> words, List<? extends Collection<String>> candidates) {
    List<Map<String, Integer>> meanings = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      meanings.add(meanings(words.get(i), candidates.get(i)));
    }
    return new AskedName(List.copyOf(meanings));
  }

  private static Map<String, Integer> meanings(String asked, Collection<String> candidates) {
    Map<String, Integer> fitting = new LinkedHashMap<>();
    for (String word : candidates) {
      fitting.put(word, WordLikeness.of(asked, word));
    }
    Map<String, Integer> best = new LinkedHashMap<>();
    fitting.entrySet().stream()
        .filter(meaning -> meaning.getValue() > 0)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_MEANINGS)
        .forEach(meaning -> best.put(meaning.getKey(), meaning.getValue()));
    return best;
  }

  /** Some word asked for is nobody's. */
  public boolean isNobody() {
    return meanings.stream().anyMatch(Map::isEmpty);
  }

  /** Whether each word asked for means one word more than all others, such as itself. */
  public boolean isClear() {
    return meanings.stream()
        .allMatch(
            meaning ->
                meaning.values().stream()
                        .filter(fit -> fit.equals(meaning.values().iterator().next()))
                        .count()
                    == 1);
  }

  /** What each word asked for means most. */
  public List<String> best() {
    return meanings.stream().map(meaning -> meaning.keySet().iterator().next()).toList();
  }

  /** The best fit of all words asked for together; 0 when one has none among these. */
  public int fit(List<String> nameWords) {
    int sum = 0;
    for (Map<String, Integer> meaning : meanings) {
      int best = nameWords.stream().mapToInt(word -> meaning.getOrDefault(word, 0)).max().orElse(0);
      if (best == 0) {
        return 0;
      }
      sum += best;
    }
    return sum;
  }
}
