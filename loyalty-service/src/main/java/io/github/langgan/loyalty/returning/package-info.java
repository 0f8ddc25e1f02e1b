/** Returns take points back, as if only the rest had been bought. */
@NullMarked
package io.github.langgan.loyalty.returning;

import org.jspecify.annotations.NullMarked;
