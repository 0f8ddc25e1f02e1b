package io.github.langgan.loyalty.transferring;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.rule.Cap.CapPeriod;

/** Why points are not given. */
final class TransferProblems {

  private static final ProblemType NOT_ALLOWED = ProblemType.of("transfers-not-allowed");
  private static final ProblemType UNKNOWN_RECIPIENT = ProblemType.of("unknown-recipient");
  private static final ProblemType OWN_MEMBERSHIP = ProblemType.of("own-membership");
  private static final ProblemType TOO_FEW = ProblemType.of("transfer-too-small");
  private static final ProblemType LIMIT = ProblemType.of("transfer-limit");
  private static final ProblemType RECIPIENT_LIMIT = ProblemType.of("recipient-limit");
  private static final ProblemType INSUFFICIENT = ProblemType.of("insufficient-points");

  private TransferProblems() {}

  static Problem notAllowed() {
    return Problem.of(NOT_ALLOWED);
  }

  /** The same for one of another program, one whose member was erased, and one that never was. */
  static Problem unknownRecipient() {
    return Problem.of(UNKNOWN_RECIPIENT)
        .withError("/to", "unknown", "the program has no such membership");
  }

  static Problem ownMembership() {
    return Problem.of(OWN_MEMBERSHIP);
  }

  static Problem tooFew(long least) {
    return Problem.of(TOO_FEW, "A transfer is of " + least + " points at least")
        .with("least", least);
  }

  /**
   * @param of what is limited
   * @param left of it in this period
   */
  static Problem limit(String of, long left, CapPeriod period) {
    return Problem.of(LIMIT, "The member has " + left + " " + of + " left in this " + period)
        .with("limited", of)
        .with("left", left)
        .with("period", period);
  }

  /** Without how much is left: that would tell what others gave to the recipient. */
  static Problem recipientLimit() {
    return Problem.of(RECIPIENT_LIMIT);
  }

  static Problem insufficientPoints(long available) {
    return Problem.of(INSUFFICIENT, available + " points can be given")
        .with("available", available);
  }
}
