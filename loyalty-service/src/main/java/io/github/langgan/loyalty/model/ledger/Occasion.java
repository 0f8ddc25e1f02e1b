package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CompensationId;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.RedemptionId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.TransferId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about: at most one of these.
 *
 * @param merge of customers, or a merge that is undone
 * @param cameFor the record that it came for; null: the one that the membership came for
 */
public record Occasion(
    @Nullable TransactionId transaction,
    @Nullable RedemptionId redemption,
    @Nullable CompensationId compensation,
    @Nullable UUID merge,
    @Nullable TransferId transfer,
    @Nullable CustomerId cameFor) {

  public static final Occasion NONE = new Occasion(null, null, null, null, null, null);

  public static Occasion of(TransactionId transaction) {
    return new Occasion(transaction, null, null, null, null, null);
  }

  public static Occasion of(RedemptionId redemption) {
    return new Occasion(null, redemption, null, null, null, null);
  }

  public static Occasion of(CompensationId compensation) {
    return new Occasion(null, null, compensation, null, null, null);
  }

  public static Occasion ofMerge(UUID merge) {
    return new Occasion(null, null, null, merge, null, null);
  }

  public static Occasion of(TransferId transfer) {
    return new Occasion(null, null, null, null, transfer, null);
  }

  public Occasion thatCameFor(@Nullable CustomerId record) {
    return new Occasion(transaction, redemption, compensation, merge, transfer, record);
  }
}
