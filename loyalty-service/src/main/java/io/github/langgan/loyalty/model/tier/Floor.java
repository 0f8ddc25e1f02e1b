package io.github.langgan.loyalty.model.tier;

import io.github.langgan.loyalty.model.MembershipId;
import java.time.Instant;
import java.util.UUID;

/**
 * A level that a member has at least for a time, whatever it bought.
 *
 * @param reason a code, no free text
 */
public record Floor(
    UUID id,
    MembershipId membership,
    Kind kind,
    String level,
    String reason,
    Instant startsAt,
    Instant endsAt) {

  public enum Kind {
    /** By staff. */
    GRANT,
    /** The grace after a return. */
    RETURNED
  }

  boolean holdsAt(Instant at) {
    return !at.isBefore(startsAt) && at.isBefore(endsAt);
  }
}
