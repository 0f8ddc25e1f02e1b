package io.github.langgan.loyalty.model.ledger;

import java.util.EnumSet;
import java.util.Set;

/** What becomes of points that a return should take and that the member has spent. */
public enum SpentPoints {
  /** They are told, and not asked for. */
  WITHIN_BALANCE(Set.of()),
  /** What is earned later pays them, and what comes back of redemptions. */
  DEBT(EnumSet.of(EntryKind.EARNED, EntryKind.REDEMPTION_REVERSED, EntryKind.RESERVATION_RELEASED)),
  /** The balance is less by them: any points pay them. */
  NEGATIVE_BALANCE(
      EnumSet.of(
          EntryKind.EARNED,
          EntryKind.REDEMPTION_REVERSED,
          EntryKind.RESERVATION_RELEASED,
          EntryKind.COMPENSATED,
          EntryKind.GRANTED,
          EntryKind.TRANSFERRED));

  private final Set<EntryKind> payers;

  SpentPoints(Set<EntryKind> payers) {
    this.payers = payers;
  }

  boolean isPaidBy(EntryKind kind) {
    return payers.contains(kind);
  }
}
