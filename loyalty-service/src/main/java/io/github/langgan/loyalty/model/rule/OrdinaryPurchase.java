package io.github.langgan.loyalty.model.rule;

import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a proposed rule is tried on. */
final class OrdinaryPurchase {

  static final Purchase EXAMPLE =
      new Purchase(
          new TransactionId(new UUID(0, 0)),
          "partner",
          "1",
          null,
          Instant.parse("2026-01-05T03:00:00Z"),
          "IDR",
          "STORE",
          new BigDecimal("150000"),
          List.of(
              new PurchaseLine(
                  1,
                  "PRODUCT",
                  "CATEGORY",
                  2,
                  new BigDecimal("75000"),
                  BigDecimal.ZERO,
                  new BigDecimal("150000"))));

  private OrdinaryPurchase() {}
}
