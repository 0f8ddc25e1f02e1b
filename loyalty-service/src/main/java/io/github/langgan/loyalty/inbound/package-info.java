/** What other services tell: customers, transactions, promised compensations. */
@NullMarked
package io.github.langgan.loyalty.inbound;

import org.jspecify.annotations.NullMarked;
