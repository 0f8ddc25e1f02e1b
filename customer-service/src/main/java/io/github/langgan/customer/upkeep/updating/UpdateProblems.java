package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.chassis.problem.Problems;
import java.util.Objects;

/** How tokens are refused. */
final class UpdateProblems {

  private static final ProblemType ANSWERED = ProblemType.of("update-request-answered");

  private UpdateProblems() {}

  /** For all that is wrong with a token one and the same, so that nobody learns by trying. */
  static Problem unauthorized() {
    return Problem.of(Problems.UNAUTHORIZED).withHeader("WWW-Authenticate", OwnRecordCall.HEADER);
  }

  static Problem answered(UpdateRequest request) {
    return Problem.of(ANSWERED)
        .with("updateRequestStatus", Objects.requireNonNull(request.answer()))
        .with("answeredAt", Objects.requireNonNull(request.answeredAt()));
  }

  /** Of any but an open one. */
  static Problem refusal(TokenStanding standing) {
    return switch (standing) {
      case TokenStanding.Answered(var request) -> answered(request);
      case TokenStanding.CustomerErased erased -> Problem.of(Problems.ERASED);
      case TokenStanding.NoneThatStands none -> unauthorized();
      case TokenStanding.Open open -> throw new IllegalArgumentException("is open");
    };
  }
}
