package io.github.langgan.stack.load.grouping;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a line of the file says. */
sealed interface ReadLine {

  /** Of the file, from 1. */
  long line();

  /** Empty when the line has none. */
  String externalId();

  /**
   * A line of a transaction.
   *
   * @param quantity positive, also when given back
   * @param customer empty: nobody is known
   * @param channel empty when there is none; so are name, category
   * @param amount what it adds to the sum of the file: negative when given back
   */
  record Sale(
      long line,
      String externalId,
      boolean givenBack,
      Instant occurredAt,
      String customer,
      String currency,
      String channel,
      String product,
      String name,
      String category,
      int quantity,
      BigDecimal unitPrice,
      @Nullable BigDecimal unitCost,
      BigDecimal discount,
      BigDecimal amount)
      implements ReadLine {}

  /**
   * A line that can't be a transaction's.
   *
   * @param amount what it adds to the sum of the file; null when that can't be known
   */
  record Unusable(
      long line, String externalId, String reason, String currency, @Nullable BigDecimal amount)
      implements ReadLine {}
}
