/** Transactions and cases as facts, and the summaries that are kept in step with them. */
@NullMarked
package io.github.langgan.analytics.facts;

import org.jspecify.annotations.NullMarked;
