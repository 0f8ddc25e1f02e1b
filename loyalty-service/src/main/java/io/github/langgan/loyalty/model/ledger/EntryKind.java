package io.github.langgan.loyalty.model.ledger;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What happened to a member's points, and from or to which of the program's accounts they went. */
public enum EntryKind {
  EARNED(AccountKind.ISSUE),
  RETURNED(AccountKind.ISSUE),
  /** Set aside for a redemption that is not sure yet. */
  RESERVED(AccountKind.RESERVATION),
  /** Not set aside any more: given back, or redeemed with the next entry. */
  RESERVATION_RELEASED(AccountKind.RESERVATION),
  REDEEMED(AccountKind.REDEMPTION),
  REDEMPTION_REVERSED(AccountKind.REDEMPTION),
  COMPENSATED(AccountKind.COMPENSATION),
  /** By an offer that the member accepted. */
  GRANTED(AccountKind.PROMOTION),
  EXPIRED(AccountKind.BREAKAGE),
  /** With those of another membership of the same customer: two records were merged. */
  UNITED(AccountKind.TRANSFER),
  /** From those of another membership again: a merge was undone. */
  DIVIDED(AccountKind.TRANSFER),
  /** To another member, or from one. */
  TRANSFERRED(AccountKind.TRANSFER),
  /** What returns should have taken, by points that came later. */
  DEBT_PAID(AccountKind.ISSUE),
  /** To the account that points were united on, or from it: no points move. */
  DEBT_MOVED(AccountKind.TRANSFER);

  /** What keeps points from lapsing: the member earns some, is given some, or spends some. */
  static final Set<EntryKind> ACTIVITIES =
      Collections.unmodifiableSet(EnumSet.of(EARNED, COMPENSATED, GRANTED, RESERVED, REDEEMED));

  private final AccountKind counterpart;

  EntryKind(AccountKind counterpart) {
    this.counterpart = counterpart;
  }

  public AccountKind counterpart() {
    return counterpart;
  }
}
