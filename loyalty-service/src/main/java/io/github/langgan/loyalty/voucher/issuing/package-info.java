/** Codes are made: in bulk for whoever holds one, or one for a customer. */
@NullMarked
package io.github.langgan.loyalty.voucher.issuing;

import org.jspecify.annotations.NullMarked;
