package io.github.langgan.profile.model.returns;

import io.github.langgan.profile.model.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase's line as the database holds it.
 *
 * @param externalId of the purchase
 * @param customerId whose the purchase is now
 * @param cameFor the record that the purchase came for, if it isn't that customer
 * @param reference by which the purchase's customer was named
 * @param returnable how many pieces were not given back yet
 * @param named whether its purchase was asked for by its number
 */
public record PurchasedLine(
    UUID transactionId,
    int line,
    String externalId,
    Instant occurredAt,
    @Nullable UUID customerId,
    @Nullable UUID cameFor,
    @Nullable String reference,
    String currency,
    String product,
    @Nullable String name,
    @Nullable String category,
    int quantity,
    int returnable,
    BigDecimal unitPrice,
    @Nullable BigDecimal unitCost,
    BigDecimal discount,
    boolean named) {

  public @Nullable Owner owner() {
    return Owner.of(customerId, cameFor);
  }
}
