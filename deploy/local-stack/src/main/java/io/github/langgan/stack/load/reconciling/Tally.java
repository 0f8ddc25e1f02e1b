package io.github.langgan.stack.load.reconciling;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the settled parts of a file, in numbers.
 *
 * @param parts those that are settled, which are always the first ones
 * @param transactions recorded ones
 * @param before of these, those that were there already
 */
public record Tally(
    long parts,
    long linesRecorded,
    long linesRejected,
    long transactions,
    long before,
    Map<String, BigDecimal> recorded,
    Map<String, BigDecimal> rejected) {

  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, Map.of(), Map.of());

  @JsonIgnore
  public long lines() {
    return linesRecorded + linesRejected;
  }

  Tally plus(Slot slot, Outcome outcome) {
    int lines = slot.lines.length;
    return switch (outcome) {
      case Outcome.Recorded(boolean again) ->
          new Tally(
              parts + 1,
              linesRecorded + lines,
              linesRejected,
              transactions + 1,
              before + (again ? 1 : 0),
              plus(recorded, slot),
              rejected);
      case Outcome.Rejected rejection ->
          new Tally(
              parts + 1,
              linesRecorded,
              linesRejected + lines,
              transactions,
              before,
              recorded,
              plus(rejected, slot));
    };
  }

  private static Map<String, BigDecimal> plus(Map<String, BigDecimal> sums, Slot slot) {
    if (slot.amount == null) {
      return sums;
    }
    Map<String, BigDecimal> more = new TreeMap<>(sums);
    more.merge(slot.currency, slot.amount, BigDecimal::add);
    return more;
  }
}
