package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.ProgramId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Whose account it is: a member's, or one of a program's own. */
public enum AccountKind {
  MEMBER,
  ISSUE,
  RESERVATION,
  REDEMPTION,
  BREAKAGE,
  COMPENSATION,
  PROMOTION,
  TRANSFER,
  /** One for each partner. */
  PARTNER_FUNDING;

  /** Of a program's own account that is the only one of its kind. */
  public UUID idFor(ProgramId program) {
    return UUID.nameUUIDFromBytes((program + "/" + this).getBytes(StandardCharsets.UTF_8));
  }

  /** Of a program's account with a partner. */
  public UUID idFor(ProgramId program, String partner) {
    return UUID.nameUUIDFromBytes(
        (program + "/" + this + "/" + partner).getBytes(StandardCharsets.UTF_8));
  }
}
