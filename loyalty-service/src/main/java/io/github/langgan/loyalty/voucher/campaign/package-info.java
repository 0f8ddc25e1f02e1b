/** Marketers set up what vouchers give, to whom, for how long and up to how much. */
@NullMarked
package io.github.langgan.loyalty.voucher.campaign;

import org.jspecify.annotations.NullMarked;
