package io.github.langgan.loyalty.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Purchases in pounds, made in a shop on 1 December 2010. */
public final class Purchases {

  private Purchases() {}

  /** The lines are numbered from 1. */
  public static Purchase purchase(PurchaseLine... lines) {
    List<PurchaseLine> numbered = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (PurchaseLine line : lines) {
      numbered.add(
          new PurchaseLine(
              numbered.size() + 1,
              line.product(),
              line.category(),
              line.quantity(),
              line.unitPrice(),
              line.discount(),
              line.amount()));
      total = total.add(line.amount());
    }
    UUID id = UuidV7.next();
    return new Purchase(
        new TransactionId(id),
        "acme",
        id.toString(),
        null,
        Instant.parse("2010-12-01T08:26:00Z"),
        "GBP",
        "STORE",
        total,
        numbered);
  }

  public static PurchaseLine line(String category, long quantity, String unitPrice) {
    BigDecimal price = new BigDecimal(unitPrice);
    return new PurchaseLine(
        1,
        "85123A",
        category,
        quantity,
        price,
        BigDecimal.ZERO,
        price.multiply(BigDecimal.valueOf(quantity)));
  }

  public static Purchase in(String currency, Purchase purchase) {
    return new Purchase(
        purchase.id(),
        purchase.partner(),
        purchase.externalId(),
        purchase.customer(),
        purchase.occurredAt(),
        currency,
        purchase.channel(),
        purchase.total(),
        purchase.lines());
  }

  public static Purchase at(Instant time, Purchase purchase) {
    return new Purchase(
        purchase.id(),
        purchase.partner(),
        purchase.externalId(),
        purchase.customer(),
        time,
        purchase.currency(),
        purchase.channel(),
        purchase.total(),
        purchase.lines());
  }

  /** Under the partner's own number. */
  public static Purchase numbered(String externalId, Purchase purchase) {
    return new Purchase(
        purchase.id(),
        purchase.partner(),
        externalId,
        purchase.customer(),
        purchase.occurredAt(),
        purchase.currency(),
        purchase.channel(),
        purchase.total(),
        purchase.lines());
  }
}
