package io.github.langgan.profile.model;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table transaction_line. */
record LineRow(
    UUID transactionId,
    int line,
    String product,
    @Nullable String name,
    @Nullable String category,
    int quantity,
    BigDecimal unitPrice,
    @Nullable BigDecimal unitCost,
    BigDecimal discount,
    BigDecimal amount,
    @Nullable UUID returnOfTransaction,
    @Nullable Integer returnOfLine) {

  TransactionLine toLine() {
    return new TransactionLine(
        line,
        product,
        name,
        category,
        quantity,
        unitPrice,
        unitCost,
        discount,
        amount,
        returnOfTransaction == null || returnOfLine == null
            ? null
            : new LineId(returnOfTransaction, returnOfLine));
  }
}
