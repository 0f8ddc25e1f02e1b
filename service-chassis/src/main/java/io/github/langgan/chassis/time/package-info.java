/** The injected clock: nothing asks the machine for the time itself. */
@NullMarked
package io.github.langgan.chassis.time;

import org.jspecify.annotations.NullMarked;
