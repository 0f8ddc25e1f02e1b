/**
 * Customers are asked whether what we know of them is still right, and say so themselves
 * (docs/adr/0020).
 */
@NullMarked
package io.github.langgan.customer.upkeep.updating;

import org.jspecify.annotations.NullMarked;
