/** Vouchers come back when all that they were used for was returned. */
@NullMarked
package io.github.langgan.loyalty.voucher.returning;

import org.jspecify.annotations.NullMarked;
