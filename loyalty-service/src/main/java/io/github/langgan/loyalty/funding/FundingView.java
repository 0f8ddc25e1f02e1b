package io.github.langgan.loyalty.funding;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.funding.ReportFunding.Flow;
import io.github.langgan.loyalty.model.PartnerShare;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.liability.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Funding",
    description = "What partners pay for of the points that purchases at them earned.")
record FundingView(
    @Schema(required = true) UUID programId,
    @Schema(required = true) Instant asOf,
    @Schema(required = true, description = "By name; who paid for nothing yet is not among them")
        List<PartnerView> partners) {

  @Schema(name = "PartnerFunding")
  record PartnerView(
      @Schema(required = true) String partner,
      @Schema(description = "By the terms that are in force; absent: none any more")
          @Nullable String share,
      @Schema(required = true, description = "Issued less returned, of the periods shown")
          long points,
      @Schema(description = "Of points, by the point cost of the terms; absent: they state none")
          @Nullable Money cost,
      @Schema(required = true, description = "The oldest first; none in which nothing was booked")
          List<PeriodView> periods) {}

  @Schema(name = "FundingPeriod")
  record PeriodView(
      @Schema(required = true, description = "The first day, where the program lives")
          LocalDate start,
      @Schema(required = true, description = "The first day after it") LocalDate end,
      @Schema(required = true, description = "Its share of points that purchases earned")
          long issued,
      @Schema(
              required = true,
              description = "Its share of points that came back, also of purchases before")
          long returned,
      @Schema(required = true, description = "Issued less returned") long points) {}

  /**
   * @param flows by partner and period, in this order
   */
  static FundingView of(Program program, Step step, List<Flow> flows, Instant now) {
    Terms terms = program.termsAt(now);
    List<PartnerView> partners =
        flows.stream()
            .collect(groupingBy(Flow::partner, TreeMap::new, toList()))
            .entrySet()
            .stream()
            .map(one -> partner(one.getKey(), one.getValue(), step, program, terms))
            .toList();
    return new FundingView(program.id().value(), now, partners);
  }

  private static PartnerView partner(
      String partner, List<Flow> flows, Step step, Program program, Terms terms) {
    List<PeriodView> periods = flows.stream().map(flow -> period(flow, step)).toList();
    long points = periods.stream().mapToLong(PeriodView::points).sum();
    return new PartnerView(
        partner,
        terms.shareOf(partner).map(PartnerShare::share).map(BigDecimal::toPlainString).orElse(null),
        points,
        program.costOf(BigDecimal.valueOf(points), terms),
        periods);
  }

  private static PeriodView period(Flow flow, Step step) {
    return new PeriodView(
        flow.start(),
        step.after(flow.start()),
        flow.issued(),
        flow.returned(),
        flow.issued() - flow.returned());
  }
}
