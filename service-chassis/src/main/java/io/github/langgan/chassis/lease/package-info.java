/** A named right that one process holds at a time and loses when it stops renewing it. */
@NullMarked
package io.github.langgan.chassis.lease;

import org.jspecify.annotations.NullMarked;
