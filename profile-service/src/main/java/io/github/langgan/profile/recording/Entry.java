package io.github.langgan.profile.recording;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Fingerprint;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionLine;
import io.github.langgan.profile.model.TransactionNumbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reported transaction on its way into the records.
 *
 * @param place among those that are recorded together
 */
record Entry(
    int place, String partner, ReportedTransaction report, TransactionNumbers.Number number) {

  static Entry of(int place, String partner, ReportedTransaction report) {
    UUID fingerprint = Fingerprint.of(report);
    return new Entry(
        place,
        partner,
        report,
        new TransactionNumbers.Number(report.externalId(), fingerprint, UuidV7.next()));
  }

  boolean saysTheSameAs(TransactionNumbers.Number other) {
    return number.fingerprint().equals(other.fingerprint());
  }

  Transaction asReported(@Nullable Owner owner, Instant now) {
    List<TransactionLine> lines = new ArrayList<>(report.lines().size());
    for (int i = 0; i < report.lines().size(); i++) {
      lines.add(TransactionLine.of(i + 1, report.lines().get(i)));
    }
    return with(lines, owner, report.customer(), now);
  }

  Transaction with(
      List<TransactionLine> lines,
      @Nullable Owner owner,
      @Nullable CustomerReference customer,
      Instant now) {
    BigDecimal total = Transaction.totalOf(lines);
    return new Transaction(
        number.transactionId(),
        partner,
        report.externalId(),
        report.type(),
        report.occurredAt(),
        now,
        owner,
        owner == null ? null : now,
        customer,
        report.returns(),
        report.currency(),
        report.channel(),
        total,
        report.statesItsTotal() ? report.reportedTotal() : total,
        lines);
  }
}
