package io.github.langgan.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {

  private static final ReportedLine CUPS =
      new ReportedLine(
          "CUP", "Cup", "HOME", 6, new BigDecimal("2.5"), new BigDecimal("1.2"), BigDecimal.ZERO);
  private static final ReportedTransaction REPORT =
      new ReportedTransaction(
          "A1",
          TransactionType.PURCHASE,
          Instant.parse("2026-01-01T00:00:00Z"),
          CustomerReference.toIdentifier("acme", "1"),
          "GBP",
          "STORE",
          null,
          List.of(CUPS));

  @Test
  void spelling_does_not_matter() {
    ReportedLine spelled =
        new ReportedLine(
            "CUP",
            "Cup",
            "HOME",
            6,
            new BigDecimal("2.5000"),
            new BigDecimal("1.20"),
            new BigDecimal("0.00"));

    assertThat(Fingerprint.of(with(spelled))).isEqualTo(Fingerprint.of(REPORT));
  }

  static List<ReportedTransaction> others() {
    return List.of(
        with(line("CUPS", "Cup", 6, "2.5")),
        with(line("CUP", "Cups", 6, "2.5")),
        with(line("CUP", null, 6, "2.5")),
        with(line("CUP", "Cup", 7, "2.5")),
        with(line("CUP", "Cup", 6, "2.5001")),
        report("GBP", "STORE", REPORT.customer(), CUPS, CUPS),
        report("IDR", "STORE", REPORT.customer(), CUPS),
        report("GBP", "WEB", REPORT.customer(), CUPS),
        report("GBP", "STORE", null, CUPS),
        report("GBP", "STORE", CustomerReference.toIdentifier("acme", "2"), CUPS));
  }

  @ParameterizedTest
  @MethodSource("others")
  void another_content_is_seen(ReportedTransaction other) {
    assertThat(Fingerprint.of(other)).isNotEqualTo(Fingerprint.of(REPORT));
  }

  private static ReportedLine line(String product, String name, int quantity, String price) {
    return new ReportedLine(
        product,
        name,
        "HOME",
        quantity,
        new BigDecimal(price),
        new BigDecimal("1.2"),
        BigDecimal.ZERO);
  }

  private static ReportedTransaction with(ReportedLine line) {
    return report("GBP", "STORE", REPORT.customer(), line);
  }

  private static ReportedTransaction report(
      String currency, String channel, CustomerReference customer, ReportedLine... lines) {
    return new ReportedTransaction(
        "A1",
        TransactionType.PURCHASE,
        REPORT.occurredAt(),
        customer,
        currency,
        channel,
        null,
        List.of(lines));
  }
}
