/** Optimistic concurrency over HTTP: ETags, {@code If-Match} and JSON merge patch. */
@NullMarked
package io.github.langgan.chassis.conditional;

import org.jspecify.annotations.NullMarked;
