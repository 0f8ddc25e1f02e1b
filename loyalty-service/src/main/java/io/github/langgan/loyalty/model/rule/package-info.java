/** Earning rules: CEL expressions over exact decimals, compiled once, with bounded cost. */
@NullMarked
package io.github.langgan.loyalty.model.rule;

import org.jspecify.annotations.NullMarked;
