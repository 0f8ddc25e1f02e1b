/** A customer is erased: its cards go, the ledger stays without a name. */
@NullMarked
package io.github.langgan.loyalty.erasing;

import org.jspecify.annotations.NullMarked;
