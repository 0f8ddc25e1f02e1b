package io.github.langgan.loyalty.model.pool;

/**
 * One who lets another of the pool spend its points.
 *
 * @param allowance the most that may be spent of its points now, whatever it has
 */
public record Contributor(PoolMate mate, long allowance) {}
