package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.Program;

/** A membership with its program, and its account under lock. */
public record Member(Program program, MemberAccount account) {

  public Membership membership() {
    return account.membership();
  }
}
