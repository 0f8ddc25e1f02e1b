package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.Membership;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member's tier is another one since.
 *
 * @param from null for the first one
 * @param cause a transaction, grant, freeze or merge; null: nobody's act
 * @param at when we came to know
 */
public record TierChange(
    UUID id,
    Membership membership,
    @Nullable String from,
    String to,
    Reason reason,
    @Nullable UUID cause,
    int schemeVersion,
    @Nullable Instant until,
    Instant at) {

  public enum Reason {
    PURCHASE,
    RETURN,
    /** The balance changed otherwise, or points were given to make good. */
    POINTS,
    CLOCK,
    /** A freeze is over, or was heard of late. */
    FREEZE,
    GRANT,
    SCHEME,
    MERGE,
    UNMERGE
  }
}
