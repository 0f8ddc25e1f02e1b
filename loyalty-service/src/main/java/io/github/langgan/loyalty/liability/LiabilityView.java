package io.github.langgan.loyalty.liability;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.loyalty.liability.LiabilityReport.Period;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.model.liability.Breakage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Liability", description = "What a program owes its members.")
record LiabilityView(
    @Schema(required = true) UUID programId,
    @Schema(required = true) Instant asOf,
    @Schema(required = true, description = "The oldest first; the last one isn't over")
        List<PeriodView> periods,
    @Schema(required = true) OwedView owed,
    @Schema(required = true) ReconciliationView reconciliation) {

  @Schema(
      name = "LiabilityPeriod",
      description =
          "closing = opening + issued - returned + compensated + granted - redeemed + reversed - expired.")
  record PeriodView(
      @Schema(required = true, description = "The first day, where the program lives")
          LocalDate start,
      @Schema(required = true, description = "The first day after it") LocalDate end,
      @Schema(required = true) long opening,
      @Schema(required = true, description = "By purchases") long issued,
      @Schema(required = true, description = "Taken back by returns") long returned,
      @Schema(required = true, description = "Given to make good") long compensated,
      @Schema(required = true, description = "Given by offers that were accepted") long granted,
      @Schema(required = true) long redeemed,
      @Schema(required = true, description = "Redeemed before, and given back") long reversed,
      @Schema(required = true) long expired,
      @Schema(required = true) long closing,
      @Schema(required = true, description = "Of closing: can't be spent yet") long pending,
      @Schema(required = true, description = "Of closing: set aside for redemptions") long reserved,
      @Schema(required = true, description = "Of what was given in this period, owed now")
          long left,
      @Schema(description = "Of left: expected to expire; absent: too little is known")
          @Nullable Long expectedBreakage) {

    static PeriodView from(Period period) {
      return new PeriodView(
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
          period.breakage() == null ? null : Math.round(period.breakage()));
    }
  }

  @Schema(name = "Owed", description = "Now.")
  record OwedView(
      @Schema(required = true, minimum = "0") long points,
      @Schema(required = true, minimum = "0", description = "Of them, those that can expire")
          long expiring,
      @Schema(required = true, minimum = "0", description = "Who have some") long members,
      @Schema(description = "Expected to expire; absent: too little is known of these members")
          @Nullable BreakageView breakage,
      @Schema(description = "Of all, by the point cost of the terms; absent: they state none")
          @Nullable Money cost,
      @Schema(description = "Without the expected breakage") @Nullable Money costAfterBreakage) {}

  @Schema(
      name = "Breakage",
      description =
          "By a life table of how these members redeemed points of each age; the interval says how"
              + " surely that is known from them, if they go on so.")
  record BreakageView(
      @Schema(required = true, minimum = "0") long expected,
      @Schema(required = true, minimum = "0") long low,
      @Schema(required = true, minimum = "0") long high,
      @Schema(required = true) double confidence) {

    static BreakageView from(Breakage breakage) {
      return new BreakageView(
          Math.round(breakage.expected()),
          (long) Math.floor(breakage.low()),
          (long) Math.ceil(breakage.high()),
          0.95);
    }
  }

  @Schema(name = "LiabilityReconciliation", description = "The same sum from three places.")
  record ReconciliationView(
      @Schema(required = true, description = "Postings on the program's own accounts") long ledger,
      @Schema(required = true, description = "Members' balances and what is reserved")
          long accounts,
      @Schema(required = true, description = "What is left of lots, and reserved") long lots,
      @Schema(required = true) boolean agrees) {}

  static LiabilityView from(LiabilityReport report) {
    Program program = report.program();
    Accounts accounts = report.accounts();
    @Nullable Breakage breakage = report.breakage();
    Terms terms = program.termsAt(report.asOf());
    return new LiabilityView(
        program.id().value(),
        report.asOf(),
        report.periods().stream().map(PeriodView::from).toList(),
        new OwedView(
            accounts.ledger(),
            report.expiring(),
            accounts.members(),
            breakage == null ? null : BreakageView.from(breakage),
            program.costOf(BigDecimal.valueOf(accounts.ledger()), terms),
            breakage == null
                ? null
                : program.costOf(
                    BigDecimal.valueOf(accounts.ledger() - breakage.expected()), terms)),
        new ReconciliationView(
            accounts.ledger(), accounts.accounts(), accounts.lots(), accounts.agree()));
  }
}
