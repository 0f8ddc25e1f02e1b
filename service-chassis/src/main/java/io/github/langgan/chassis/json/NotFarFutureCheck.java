package io.github.langgan.chassis.json;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Compares with the clock of the validator. */
public final class NotFarFutureCheck implements ConstraintValidator<NotFarFuture, Instant> {

  private static final Duration TOLERANCE = Duration.ofDays(1);

  @Override
  public boolean isValid(@Nullable Instant at, ConstraintValidatorContext context) {
    return at == null
        || !at.isAfter(context.getClockProvider().getClock().instant().plus(TOLERANCE));
  }
}
