package io.github.langgan.loyalty.model.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said of being contacted.
 *
 * @param customer the record for which it was said
 * @param purpose null for every one
 * @param channels empty for every one
 * @param effectiveAt when the customer said it
 * @param expiresAt of a grant; null: until it is withdrawn
 */
public record ConsentAct(
    UUID id,
    UUID customer,
    Kind kind,
    @Nullable String purpose,
    List<String> channels,
    Instant effectiveAt,
    @Nullable Instant expiresAt) {

  public enum Kind {
    GRANTED,
    WITHDRAWN,
    /** Never, whatever else is granted, until that is taken back. */
    OBJECTED,
    OBJECTION_LIFTED;

    boolean isOfObjection() {
      return this == OBJECTED || this == OBJECTION_LIFTED;
    }

    boolean restricts() {
      return this == OBJECTED || this == WITHDRAWN;
    }
  }

  /** By when it was said; of the same moment what protects more. */
  boolean overrules(@Nullable ConsentAct other) {
    if (other == null || effectiveAt.isAfter(other.effectiveAt)) {
      return true;
    }
    return effectiveAt.equals(other.effectiveAt) && (kind.restricts() || !other.kind.restricts());
  }
}
