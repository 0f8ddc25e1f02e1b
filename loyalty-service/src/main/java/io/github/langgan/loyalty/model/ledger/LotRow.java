package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Life;
import io.github.langgan.loyalty.model.TransactionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lot as a query answers it that selects {@link #COLUMNS} and a source.
 *
 * @param source the lot that was asked for: this one, or one that it is related to
 */
record LotRow(
    UUID source,
    UUID id,
    UUID accountId,
    UUID entryId,
    @Nullable UUID transactionId,
    long original,
    long remaining,
    Instant earnedAt,
    @Nullable Instant activeAt,
    OffsetDateTime expiresAt,
    @Nullable UUID cameFor,
    @Nullable UUID fromLot,
    @Nullable String lapsesAfter) {

  /** Of the table, or alias, {@code l}. */
  static final String COLUMNS =
      "l.id, l.account_id, l.entry_id, l.transaction_id, l.original, l.remaining, l.earned_at,"
          + " l.active_at, l.expires_at, l.came_for, l.from_lot, l.lapses_after";

  Lots.OfAccount ofAccount() {
    return new Lots.OfAccount(
        accountId,
        new Lot(
            id,
            entryId,
            transactionId == null ? null : new TransactionId(transactionId),
            original,
            remaining,
            new Life(
                earnedAt,
                activeAt,
                expiresAt.equals(OffsetDateTime.MAX) ? null : expiresAt.toInstant(),
                lapsesAfter == null ? null : Period.parse(lapsesAfter)),
            cameFor == null ? null : new CustomerId(cameFor),
            fromLot));
  }
}
