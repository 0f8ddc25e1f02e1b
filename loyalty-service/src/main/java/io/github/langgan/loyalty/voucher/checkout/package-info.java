/** Tills ask what vouchers give, hold them for an order, use them or let them go. */
@NullMarked
package io.github.langgan.loyalty.voucher.checkout;

import org.jspecify.annotations.NullMarked;
