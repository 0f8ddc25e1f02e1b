/** Summaries made anew from the facts. */
@NullMarked
package io.github.langgan.analytics.rebuilding;

import org.jspecify.annotations.NullMarked;
