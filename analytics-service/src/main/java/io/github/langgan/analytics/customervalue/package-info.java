/** One customer\'s figures in one call. */
@NullMarked
package io.github.langgan.analytics.customervalue;

import org.jspecify.annotations.NullMarked;
