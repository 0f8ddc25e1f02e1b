/** The catalogue of rewards. */
@NullMarked
package io.github.langgan.loyalty.reward;

import org.jspecify.annotations.NullMarked;
