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
  TRANSFER;

  /** Of a program's own account. */
  public UUID idFor(ProgramId program) {
    return UUID.nameUUIDFromBytes((program + "/" + this).getBytes(StandardCharsets.UTF_8));
  }
}
