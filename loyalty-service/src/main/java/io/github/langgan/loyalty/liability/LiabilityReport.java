package io.github.langgan.loyalty.liability;

import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.liability.Breakage;
import io.github.langgan.loyalty.model.liability.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program owes its members.
 *
 * @param periods the oldest first; the last one isn't over
 * @param breakage of what is owed now; null: too little is known of these members
 * @param expiring of what is owed now, what can expire
 */
record LiabilityReport(
    Program program,
    Step step,
    Instant asOf,
    List<Period> periods,
    @Nullable Breakage breakage,
    long expiring,
    Accounts accounts) {

  /**
   * @param end exclusive
   * @param opening what was owed before
   * @param issued by purchases
   * @param returned taken back by returns
   * @param redeemed without those of reservations that nobody confirmed
   * @param reversed redeemed ones that were given back
   * @param closing what is owed at the end, or now
   * @param pending of that, what can't be spent yet
   * @param reserved of that, what is set aside
   * @param left of what was given in this period, what is owed now
   * @param breakage of that, what is expected to expire; null: too little is known
   */
  record Period(
      LocalDate start,
      LocalDate end,
      long opening,
      long issued,
      long returned,
      long compensated,
      long granted,
      long redeemed,
      long reversed,
      long expired,
      long closing,
      long pending,
      long reserved,
      long left,
      @Nullable Double breakage) {}
}
