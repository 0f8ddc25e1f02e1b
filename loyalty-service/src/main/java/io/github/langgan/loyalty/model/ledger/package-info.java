/** The double-entry ledger of points: accounts, lots, entries, postings. */
@NullMarked
package io.github.langgan.loyalty.model.ledger;

import org.jspecify.annotations.NullMarked;
