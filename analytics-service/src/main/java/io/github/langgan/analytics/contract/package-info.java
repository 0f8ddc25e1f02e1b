/** The events that others read. */
@NullMarked
package io.github.langgan.analytics.contract;

import org.jspecify.annotations.NullMarked;
