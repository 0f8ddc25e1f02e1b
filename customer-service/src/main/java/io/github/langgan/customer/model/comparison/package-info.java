/** Which records are of one person, how surely, and why. */
@NullMarked
package io.github.langgan.customer.model.comparison;

import org.jspecify.annotations.NullMarked;
