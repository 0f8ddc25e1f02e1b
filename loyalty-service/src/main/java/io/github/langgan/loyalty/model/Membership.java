package io.github.langgan.loyalty.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's enrolment in a program.
 *
 * @param customer whose it is now
 * @param cameFor the record that it was opened for, which may be merged into the customer
 * @param unitedInto another membership of the customer, whose account holds the points of both
 */
public record Membership(
    MembershipId id,
    CustomerId customer,
    CustomerId cameFor,
    ProgramId program,
    UUID accountId,
    Instant openedAt,
    @Nullable MembershipId unitedInto) {

  public boolean isUnited() {
    return unitedInto != null;
  }

  /** Whole days since it was opened; none before. */
  public long daysUntil(Instant time) {
    return Math.max(0, Duration.between(openedAt, time).toDays());
  }
}
