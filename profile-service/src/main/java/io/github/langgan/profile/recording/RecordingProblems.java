package io.github.langgan.profile.recording;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.profile.model.returns.ReturnMatch;
import io.github.langgan.profile.model.returns.ReturnMatch.ExceedsPurchase;
import io.github.langgan.profile.model.returns.ReturnMatch.Matched;
import io.github.langgan.profile.model.returns.ReturnMatch.NothingLeft;
import io.github.langgan.profile.model.returns.ReturnMatch.OtherCurrency;
import io.github.langgan.profile.model.returns.ReturnMatch.PurchaseUnknown;

/** What a partner is told when its transaction was not recorded. */
final class RecordingProblems {

  private static final ProblemType CONFLICT = ProblemType.of("transaction-conflict");
  private static final ProblemType PURCHASE_UNKNOWN = ProblemType.of("returned-purchase-unknown");
  private static final ProblemType EXCEEDS = ProblemType.of("return-exceeds-purchase");
  private static final ProblemType NOTHING_LEFT = ProblemType.of("nothing-left-to-return");

  private RecordingProblems() {}

  static Problem conflict(String externalId) {
    return Problem.of(CONFLICT, "The number '" + externalId + "' stands for another transaction");
  }

  static Problem tooLarge() {
    return Problem.invalid("/lines", "too-large", "must hold less text altogether");
  }

  static Problem refused(ReturnMatch reason) {
    return switch (reason) {
      case PurchaseUnknown(String externalId) ->
          Problem.of(PURCHASE_UNKNOWN, "You reported no purchase '" + externalId + "'")
              .withError("/returns/externalId", "unknown", "must be the number of a purchase");
      case OtherCurrency(String paidIn) ->
          Problem.invalid("/currency", "other-currency", "must be the purchase's, " + paidIn);
      case ExceedsPurchase(int line, String product, int left) ->
          Problem.of(EXCEEDS, "Of product '" + product + "' no more than " + left + " are left")
              .withError("/lines/" + line + "/quantity", "exceeds", "must be at most " + left)
              .with("left", left);
      case NothingLeft(String externalId) ->
          Problem.of(NOTHING_LEFT, "All of purchase '" + externalId + "' was given back before");
      case Matched matched -> throw new IllegalArgumentException("was not refused");
    };
  }
}
