package io.github.langgan.loyalty.model.ledger;

/**
 * Of a program.
 *
 * @param version 0: nobody has stated one
 */
public record ReturnPolicy(SpentPoints spentPoints, long version) {

  static final ReturnPolicy NONE = new ReturnPolicy(SpentPoints.WITHIN_BALANCE, 0);
}
