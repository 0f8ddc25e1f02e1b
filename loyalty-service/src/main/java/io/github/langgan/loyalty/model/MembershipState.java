package io.github.langgan.loyalty.model;

import io.github.langgan.loyalty.model.card.CardNumber;

/**
 * A membership with a card and what its account says.
 *
 * @param named the membership that was asked for, which may be united into this one
 * @param card the first that it was given
 * @param pending points that can't be spent yet
 * @param reserved points set aside for redemptions that are not sure yet
 * @param spent points redeemed, less those given back
 * @param expired points that were not spent in time
 * @param debt that later points pay
 * @param version counts the changes of the account
 */
public record MembershipState(
    Membership membership,
    MembershipId named,
    CardNumber card,
    long active,
    long pending,
    long reserved,
    long spent,
    long expired,
    long debt,
    long version) {}
