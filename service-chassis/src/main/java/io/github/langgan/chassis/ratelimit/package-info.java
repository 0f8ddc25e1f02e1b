/** Requests per second, by client. */
@NullMarked
package io.github.langgan.chassis.ratelimit;

import org.jspecify.annotations.NullMarked;
