/** One effect and one stored answer per client and {@code Idempotency-Key}. */
@NullMarked
package io.github.langgan.chassis.idempotency;

import org.jspecify.annotations.NullMarked;
