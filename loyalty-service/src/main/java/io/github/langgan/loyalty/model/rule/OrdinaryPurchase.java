package io.github.langgan.loyalty.model.rule;

import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a proposed rule is tried on. */
final class OrdinaryPurchase {

  private static final PurchaseLine LINE =
      new PurchaseLine(
          1,
          "PRODUCT",
          "CATEGORY",
          2,
          new BigDecimal("75000"),
          BigDecimal.ZERO,
          new BigDecimal("150000"));

  private static final Purchase PURCHASE =
      new Purchase(
          new TransactionId(new UUID(0, 0)),
          "partner",
          "1",
          null,
          Instant.parse("2026-01-05T03:00:00Z"),
          "IDR",
          "STORE",
          new BigDecimal("150000"),
          List.of(LINE));

  static final Map<String, Object> VARIABLES =
      Map.of(
          RuleVariables.TRANSACTION, RuleVariables.of(PURCHASE),
          RuleVariables.LINE, RuleVariables.of(LINE),
          RuleVariables.MEMBER, RuleVariables.of(Facts.NONE),
          RuleVariables.TIME, RuleVariables.of(PURCHASE.occurredAt(), ZoneOffset.UTC));

  private OrdinaryPurchase() {}
}
