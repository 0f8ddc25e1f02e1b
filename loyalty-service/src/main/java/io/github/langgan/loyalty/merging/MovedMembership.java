package io.github.langgan.loyalty.merging;

import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import org.jspecify.annotations.Nullable;

/**
 * A membership that followed its customer.
 *
 * @param membership as it is now
 * @param unitedBefore with which it was united before
 */
record MovedMembership(Membership membership, @Nullable MembershipId unitedBefore) {}
