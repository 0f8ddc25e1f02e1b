/** Every point back to its receipt: which rule gave how much for which line. */
@NullMarked
package io.github.langgan.loyalty.explaining;

import org.jspecify.annotations.NullMarked;
