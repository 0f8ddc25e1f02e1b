package io.github.langgan.loyalty.model.card;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;

/**
 * A card with all that it stands for.
 *
 * @param membership that it was issued for
 * @param opens the membership whose points it stands for: that one, or the one that it is united
 *     into
 */
public record IssuedCard(Card card, CardRange range, Membership membership, MembershipId opens) {

  public IssuedCard with(Card changed) {
    return new IssuedCard(changed, range, membership, opens);
  }
}
