/** The cards that open a membership, the ranges of their numbers, and what their loss costs. */
@NullMarked
package io.github.langgan.loyalty.model.card;

import org.jspecify.annotations.NullMarked;
