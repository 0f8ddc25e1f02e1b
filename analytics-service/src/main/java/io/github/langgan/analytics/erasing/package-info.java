/** A customer is erased: its facts are nobody's. */
@NullMarked
package io.github.langgan.analytics.erasing;

import org.jspecify.annotations.NullMarked;
