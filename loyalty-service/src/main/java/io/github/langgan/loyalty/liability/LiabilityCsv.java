package io.github.langgan.loyalty.liability;

import io.github.langgan.loyalty.liability.LiabilityView.PeriodView;
import java.util.Objects;
import java.util.stream.Collectors;

/** The periods as RFC 4180; dates and numbers only, so no cell has to be quoted. */
final class LiabilityCsv {

  private static final String HEADER =
      "start,end,opening,issued,returned,compensated,granted,redeemed,reversed,expired,closing,"
          + "pending,reserved,left,expectedBreakage\r\n";

  private LiabilityCsv() {}

  static String of(LiabilityView report) {
    return report.periods().stream()
        .map(LiabilityCsv::row)
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String row(PeriodView period) {
    return "%s,%s,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,%s\r\n"
        .formatted(
            period.start(),
            period.end(),
            period.opening(),
            period.issued(),
            period.returned(),
            period.compensated(),
            period.granted(),
            period.redeemed(),
            period.reversed(),
            period.expired(),
            period.closing(),
            period.pending(),
            period.reserved(),
            period.left(),
            Objects.toString(period.expectedBreakage(), ""));
  }
}
