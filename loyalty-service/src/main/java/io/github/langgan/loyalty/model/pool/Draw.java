package io.github.langgan.loyalty.model.pool;

import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import java.util.UUID;

/**
 * What one of a pool pays of another's redemption.
 *
 * @param membership as it is in the pool
 * @param customer the record that this came for
 * @param entryId by which the points left its balance first
 * @param reversed how many of them were given back
 */
public record Draw(
    MembershipId membership, CustomerId customer, UUID entryId, long points, long reversed) {}
