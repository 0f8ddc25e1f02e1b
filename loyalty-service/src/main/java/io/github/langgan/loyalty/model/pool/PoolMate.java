package io.github.langgan.loyalty.model.pool;

import io.github.langgan.loyalty.model.Membership;

/**
 * One who has joined a pool with another member.
 *
 * @param named the membership that is in the pool
 * @param holder the one whose account holds its points
 */
public record PoolMate(PoolMember place, Membership named, Membership holder) {}
