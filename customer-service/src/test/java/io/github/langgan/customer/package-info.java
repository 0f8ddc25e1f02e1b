/** Rules that hold for the whole service. */
@NullMarked
package io.github.langgan.customer;

import org.jspecify.annotations.NullMarked;
