package io.github.langgan.profile.model.returns;

import io.github.langgan.profile.model.TransactionLine;
import java.util.List;

/** What became of a return. */
public sealed interface ReturnMatch {

  /** Its lines as recorded; one for each purchase line that it gives back, wholly or in part. */
  record Matched(List<TransactionLine> lines) implements ReturnMatch {}

  /** The partner reported no purchase of that number. */
  record PurchaseUnknown(String externalId) implements ReturnMatch {}

  /** The purchase was paid in that currency. */
  record OtherCurrency(String paidIn) implements ReturnMatch {}

  /**
   * More than was bought, or than is left of it.
   *
   * @param line the return's line that asks too much, from 0
   */
  record ExceedsPurchase(int line, String product, int left) implements ReturnMatch {}

  /** Everything was given back before. */
  record NothingLeft(String externalId) implements ReturnMatch {}
}
