/** A member's PIN is set and taken away. */
@NullMarked
package io.github.langgan.loyalty.pin;

import org.jspecify.annotations.NullMarked;
