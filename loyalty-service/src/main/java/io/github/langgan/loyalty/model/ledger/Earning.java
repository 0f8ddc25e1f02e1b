package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.rule.Facts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase earned on a membership, once and for all.
 *
 * @param lotId null when it earned nothing
 * @param facts what rules knew of the member then; null when they didn't ask
 * @param claimed back by returns so far, including what could not be taken any more
 */
public record Earning(
    TransactionId purchase,
    MembershipId membership,
    String partner,
    String externalId,
    UUID entryId,
    @Nullable UUID lotId,
    int ruleVersion,
    @Nullable Facts facts,
    long points,
    long claimed) {

  /** What the purchase still counts for. */
  public long standing() {
    return points - claimed;
  }

  Earning claiming(long more) {
    return new Earning(
        purchase,
        membership,
        partner,
        externalId,
        entryId,
        lotId,
        ruleVersion,
        facts,
        points,
        claimed + more);
  }
}
