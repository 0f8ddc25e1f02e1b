package io.github.langgan.loyalty.pooling;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import java.time.Instant;

/** Why somebody doesn't get into a pool. */
final class PoolProblems {

  private static final ProblemType NOT_ALLOWED = ProblemType.of("pools-not-allowed");
  private static final ProblemType UNKNOWN_INVITEE = ProblemType.of("unknown-invitee");
  private static final ProblemType FULL = ProblemType.of("pool-full");
  private static final ProblemType IN_ANOTHER = ProblemType.of("in-another-pool");
  private static final ProblemType TOO_SOON = ProblemType.of("pool-too-soon");

  private PoolProblems() {}

  static Problem notAllowed() {
    return Problem.of(NOT_ALLOWED);
  }

  /** The same for one of another program, one whose member was erased, and one that never was. */
  static Problem unknownInvitee() {
    return Problem.of(UNKNOWN_INVITEE)
        .withError("/membershipId", "unknown", "the program has no such membership");
  }

  static Problem full(int most) {
    return Problem.of(FULL, "A pool has " + most + " members at most").with("most", most);
  }

  static Problem inAnother() {
    return Problem.of(IN_ANOTHER);
  }

  /**
   * @param from when it may
   */
  static Problem tooSoon(Instant from) {
    return Problem.of(TOO_SOON).with("from", from.toString());
  }
}
