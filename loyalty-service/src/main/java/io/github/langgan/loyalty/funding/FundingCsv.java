package io.github.langgan.loyalty.funding;

import io.github.langgan.loyalty.funding.FundingView.PartnerView;
import java.util.stream.Collectors;

/** A row for each partner and period, as RFC 4180. */
final class FundingCsv {

  private static final String HEADER = "partner,start,end,issued,returned,points\r\n";

  private FundingCsv() {}

  static String of(FundingView report) {
    return report.partners().stream()
        .map(FundingCsv::rows)
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String rows(PartnerView partner) {
    return partner.periods().stream()
        .map(
            period ->
                "%s,%s,%s,%d,%d,%d\r\n"
                    .formatted(
                        quoted(partner.partner()),
                        period.start(),
                        period.end(),
                        period.issued(),
                        period.returned(),
                        period.points()))
        .collect(Collectors.joining());
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
