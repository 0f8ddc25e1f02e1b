/** Keeping records right as time goes on: how good they are, and what has become old. */
@NullMarked
package io.github.langgan.customer.upkeep;

import org.jspecify.annotations.NullMarked;
