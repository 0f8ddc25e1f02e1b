/** Every error that a caller sees, as RFC 9457 {@code application/problem+json}. */
@NullMarked
package io.github.langgan.chassis.problem;

import org.jspecify.annotations.NullMarked;
