/** A made-up Indonesian retailer and all that happens in it; the same seed gives the same. */
@NullMarked
package io.github.langgan.stack.demo.retailer;

import org.jspecify.annotations.NullMarked;
