package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.TransactionId;
import org.jspecify.annotations.Nullable;

/** What an entry is about: at most one of these. */
public record Occasion(
    @Nullable TransactionId transaction,
    @Nullable RedemptionId redemption,
    @Nullable CompensationId compensation) {

  public static final Occasion NONE = new Occasion(null, null, null);

  public static Occasion of(TransactionId transaction) {
    return new Occasion(transaction, null, null);
  }

  public static Occasion of(RedemptionId redemption) {
    return new Occasion(null, redemption, null);
  }

  public static Occasion of(CompensationId compensation) {
    return new Occasion(null, null, compensation);
  }
}
