package io.github.langgan.chassis.idempotency;

import io.github.langgan.chassis.inbox.Positions;
import io.github.langgan.chassis.problem.Problem;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A refusal that may pass in a moment. An {@link Idempotent} resource method that throws it is
 * called once more when it has passed; nobody holds a connection or a key meanwhile.
 */
public final class NotYet extends RuntimeException {

  private final transient Problem refusal;
  private final transient BooleanSupplier passed;
  private final transient Duration patience;

  /**
   * @param refusal what is answered when it doesn't pass
   * @param patience how long to wait
   */
  public NotYet(Problem refusal, BooleanSupplier passed, Duration patience) {
    super(refusal.getMessage(), null, false, false);
    this.refusal = refusal;
    this.passed = passed;
    this.patience = patience;
  }

  Problem refusal() {
    return refusal;
  }

  boolean passes() {
    return Positions.await(passed, patience);
  }
}
