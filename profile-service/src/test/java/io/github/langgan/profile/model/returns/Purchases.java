package io.github.langgan.profile.model.returns;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.profile.model.ReportedLine;
import io.github.langgan.profile.model.ReportedTransaction;
import io.github.langgan.profile.model.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Purchases and returns that read well in a test. */
final class Purchases {

  static final UUID SITI = UuidV7.next();
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Purchases() {}

  /** Siti's, bought that many days before noon. */
  static PurchasedLine bought(
      String purchase, int line, String product, int quantity, String price, int daysAgo) {
    return new PurchasedLine(
        UUID.nameUUIDFromBytes(purchase.getBytes()),
        line,
        purchase,
        NOON.minus(daysAgo, ChronoUnit.DAYS),
        SITI,
        null,
        null,
        "GBP",
        product,
        product + "'s name",
        "HOME",
        quantity,
        quantity,
        new BigDecimal(price),
        null,
        BigDecimal.ZERO,
        true);
  }

  static ReportedTransaction aReturn(String ofPurchase, ReportedLine... lines) {
    return new ReportedTransaction(
        "R1", TransactionType.RETURN, NOON, null, "GBP", "STORE", ofPurchase, List.of(lines));
  }

  static ReportedTransaction aReturn(ReportedLine... lines) {
    return new ReportedTransaction(
        "R1", TransactionType.RETURN, NOON, null, "GBP", "STORE", null, List.of(lines));
  }

  static ReportedLine pieces(int quantity, String product, String price) {
    return new ReportedLine(
        product, null, null, quantity, new BigDecimal(price), null, BigDecimal.ZERO);
  }

  static ReportedLine pieces(int quantity, String product) {
    return new ReportedLine(product, null, null, quantity, null, null, BigDecimal.ZERO);
  }
}
