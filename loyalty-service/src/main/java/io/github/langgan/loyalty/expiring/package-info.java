/** Points that were not spent in time are taken off the balances. */
@NullMarked
package io.github.langgan.loyalty.expiring;

import org.jspecify.annotations.NullMarked;
