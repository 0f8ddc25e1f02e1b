/**
 * Events consumed exactly once in effect: one PostgreSQL transaction per batch, parked when they
 * can't be applied.
 */
@NullMarked
package io.github.langgan.chassis.inbox;

import org.jspecify.annotations.NullMarked;
