package io.github.langgan.stack.load.reconciling;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A part of the file that is settled as a whole: a transaction's lines, or one line. */
public final class Slot {

  final long[] lines;
  final String externalId;
  final String currency;
  final @Nullable BigDecimal amount;
  @Nullable Outcome outcome;

  /**
   * @param amount what it adds to the sum of the file; null when that can't be known
   */
  public Slot(long[] lines, String externalId, String currency, @Nullable BigDecimal amount) {
    this.lines = lines;
    this.externalId = externalId;
    this.currency = currency;
    this.amount = amount;
  }
}
