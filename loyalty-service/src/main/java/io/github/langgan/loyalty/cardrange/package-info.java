/** Ranges of card numbers are set up: which cards a program has, what they cost and who pays. */
@NullMarked
package io.github.langgan.loyalty.cardrange;

import org.jspecify.annotations.NullMarked;
