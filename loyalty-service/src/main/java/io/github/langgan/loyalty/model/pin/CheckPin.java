package io.github.langgan.loyalty.model.pin;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemType;
import io.github.langgan.loyalty.model.MembershipId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Refuses what a member's PIN has to permit. */
@Singleton
public class CheckPin {

  private static final ProblemType REQUIRED = ProblemType.of("pin-required");
  private static final ProblemType WRONG = ProblemType.of("pin-wrong");
  private static final ProblemType LOCKED = ProblemType.of("pin-locked");

  private final TryPin tryPin;

  CheckPin(TryPin tryPin) {
    this.tryPin = tryPin;
  }

  /**
   * A PIN that is given has to be right, also where none is asked for. Throws a {@link Problem}.
   */
  public void check(MembershipId holder, boolean required, @Nullable String pin) {
    if (pin == null) {
      if (required) {
        throw Problem.of(REQUIRED);
      }
      return;
    }
    switch (tryPin.tryPin(holder, pin)) {
      case PinTry.Right right -> {}
      case PinTry.Wrong(int left) ->
          throw Problem.of(WRONG, left + " tries are left").with("triesLeft", left);
      case PinTry.Locked(Instant until) ->
          throw Problem.of(LOCKED, "Until " + until).with("lockedUntil", until);
      case PinTry.NotSet notSet -> throw Problem.of(REQUIRED, "The membership has no PIN yet");
    }
  }
}
