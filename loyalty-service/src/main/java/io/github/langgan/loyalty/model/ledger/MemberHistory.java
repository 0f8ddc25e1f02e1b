package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.TransactionId;
import io.github.langgan.loyalty.model.transaction.Purchase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a member bought in a period, net of what came back, and what that stands for.
 *
 * @param purchases in the order in which they were made
 * @param standing points by purchase; those that earned nothing, or on another membership, aren't
 *     in it
 * @param first the member's first purchase that earned points, of all times; null: none did
 */
public record MemberHistory(
    Membership membership,
    List<Purchase> purchases,
    Map<TransactionId, Long> standing,
    @Nullable TransactionId first) {}
