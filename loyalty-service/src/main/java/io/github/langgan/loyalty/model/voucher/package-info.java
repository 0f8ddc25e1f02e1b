/** Vouchers: what they take off an order, under which terms, and what comes back of it. */
@NullMarked
package io.github.langgan.loyalty.model.voucher;

import org.jspecify.annotations.NullMarked;
