package io.github.langgan.stack.load.reconciling;

import io.github.langgan.stack.load.reconciling.Reconciliation.Result;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The reconciliation, as people read it. */
public record Report(Result result, Path rejects) {

  @Override
  public String toString() {
    Tally tally = result.tally();
    StringBuilder text = new StringBuilder();
    line(text, "lines read", count(result.lines()));
    line(
        text,
        "lines recorded",
        "%s in %s items%s"
            .formatted(
                count(tally.linesRecorded()),
                count(tally.transactions()),
                tally.before() == 0 ? "" : ", " + count(tally.before()) + " of them before"));
    line(
        text,
        "lines rejected",
        count(tally.linesRejected())
            + (tally.linesRejected() == 0 ? "" : ", with reasons in " + rejects));
    for (String currency : new TreeSet<>(result.sums().keySet())) {
      line(
          text,
          "sum in " + currency,
          "%s read = %s recorded + %s rejected%s"
              .formatted(
                  amount(result.sums(), currency),
                  amount(tally.recorded(), currency),
                  amount(tally.rejected(), currency),
                  result.agrees(currency) ? "" : "  DOES NOT AGREE"));
    }
    if (result.linesWithoutAmount() > 0) {
      line(text, "not in the sums", count(result.linesWithoutAmount()) + " rejected lines");
    }
    return text.append(result.agrees() ? "Agrees." : "DOES NOT AGREE.").toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("%-16s %s%n".formatted(name, value));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String amount(Map<String, BigDecimal> sums, String currency) {
    BigDecimal amount = Result.of(sums, currency).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(2, amount.scale()) + "f", amount);
  }
}
