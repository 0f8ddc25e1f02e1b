package io.github.langgan.loyalty.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A membership as a query answers it that selects {@link #COLUMNS}. */
public record MembershipRow(
    UUID id,
    UUID customerId,
    UUID cameFor,
    UUID programId,
    UUID accountId,
    Instant openedAt,
    @Nullable UUID unitedInto) {

  /** Of the table, or alias, {@code m}. */
  public static final String COLUMNS =
      "m.id, m.customer_id, coalesce(m.came_for, m.customer_id) AS came_for, m.program_id,"
          + " m.account_id, m.opened_at, m.united_into";

  public Membership membership() {
    return new Membership(
        new MembershipId(id),
        new CustomerId(customerId),
        new CustomerId(cameFor),
        new ProgramId(programId),
        accountId,
        openedAt,
        unitedInto == null ? null : new MembershipId(unitedInto));
  }
}
