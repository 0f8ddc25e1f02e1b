/** What a program owes its members: a report that agrees with the ledger. */
@NullMarked
package io.github.langgan.loyalty.liability;

import org.jspecify.annotations.NullMarked;
