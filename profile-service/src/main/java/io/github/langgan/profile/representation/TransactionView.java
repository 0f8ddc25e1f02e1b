package io.github.langgan.profile.representation;

import io.github.langgan.chassis.money.Money;
import io.github.langgan.profile.contract.LineV1;
import io.github.langgan.profile.model.Attribution;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.Transaction;
import io.github.langgan.profile.model.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transaction as callers see it. */
@Schema(name = "Transaction", description = "A transaction as recorded")
public record TransactionView(
    @Schema(required = true) UUID transactionId,
    @Schema(required = true) String partner,
    @Schema(required = true) String externalId,
    @Schema(required = true) TransactionType type,
    @Schema(required = true) Instant occurredAt,
    @Schema(required = true) Instant recordedAt,
    @Schema(description = "Absent while nobody is known to be meant") @Nullable UUID customerId,
    @Schema(required = true) AttributionView attribution,
    @Schema(required = true) String currency,
    @Schema(required = true) String channel,
    @Schema(description = "Of a return: the number of the purchase that it names")
        @Nullable String returns,
    @Schema(required = true, description = "The sum of the lines' amounts") Money total,
    @Schema(
            required = true,
            description =
                "What the partner says that it took or gave back. Differs from total in a return at"
                    + " another price than was paid")
        Money reportedTotal,
    @Schema(required = true) List<LineV1> lines) {

  /** Whether it is known whose a transaction is, and if not, why. */
  @Schema(name = "TransactionAttribution")
  public record AttributionView(
      @Schema(required = true) Attribution state,
      @Schema(description = "customer, card, email, phone or identifier: what the partner named")
          @Nullable String by,
      @Schema(examples = "+628123456789") @Nullable String value,
      @Schema(description = "When the customer was known") @Nullable Instant at) {}

  /**
   * @param shared the references that several customers share
   */
  public static TransactionView of(Transaction transaction, Set<CustomerReference> shared) {
    CustomerReference named = transaction.customer();
    return new TransactionView(
        transaction.transactionId(),
        transaction.partner(),
        transaction.externalId(),
        transaction.type(),
        transaction.occurredAt(),
        transaction.recordedAt(),
        transaction.customerId(),
        new AttributionView(
            Attribution.of(transaction, shared),
            named == null ? null : named.kind(),
            named == null ? null : named.value(),
            transaction.attributedAt()),
        transaction.currency(),
        transaction.channel(),
        transaction.returns(),
        new Money(transaction.total(), transaction.currency()),
        new Money(transaction.reportedTotal(), transaction.currency()),
        LineV1.of(transaction));
  }
}
