/** What outstanding points will cost: how points of an age were redeemed before. */
@NullMarked
package io.github.langgan.loyalty.model.liability;

import org.jspecify.annotations.NullMarked;
