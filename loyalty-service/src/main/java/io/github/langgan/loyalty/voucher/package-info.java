/** Vouchers: campaigns, their codes, what orders use of them, and what returns give back. */
@NullMarked
package io.github.langgan.loyalty.voucher;

import org.jspecify.annotations.NullMarked;
