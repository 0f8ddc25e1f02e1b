package io.github.langgan.stack.load.reconciling;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the file holds, counted while it is read, against what became of it. */
public final class Reconciliation {

  private final Map<String, BigDecimal> sums = new TreeMap<>();
  private long lines;
  private long linesWithoutAmount;

  public void read(String currency, @Nullable BigDecimal amount) {
    lines++;
    if (amount == null) {
      linesWithoutAmount++;
    } else {
      sums.merge(currency, amount, BigDecimal::add);
    }
  }

  public long lines() {
    return lines;
  }

  public Result with(Tally tally) {
    return new Result(lines, linesWithoutAmount, Map.copyOf(sums), tally);
  }

  /** The end of a load. */
  public record Result(
      long lines, long linesWithoutAmount, Map<String, BigDecimal> sums, Tally tally) {

    public boolean agrees() {
      return lines == tally.linesRecorded() + tally.linesRejected()
          && sums.keySet().stream().allMatch(this::agrees);
    }

    boolean agrees(String currency) {
      return of(sums, currency)
              .compareTo(of(tally.recorded(), currency).add(of(tally.rejected(), currency)))
          == 0;
    }

    static BigDecimal of(Map<String, BigDecimal> sums, String currency) {
      return sums.getOrDefault(currency, BigDecimal.ZERO);
    }
  }
}
