/** The whole company\'s figures, to reconcile with what was loaded. */
@NullMarked
package io.github.langgan.analytics.totals;

import org.jspecify.annotations.NullMarked;
