package io.github.langgan.chassis.idempotency;

/** Leaves a resource method whose answer is known already. */
final class ReplayedAnswer extends RuntimeException {

  private final transient Answer answer;

  ReplayedAnswer(Answer answer) {
    super("replayed", null, false, false);
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
