/** Metrics that every service shows. */
@NullMarked
package io.github.langgan.chassis.metrics;

import org.jspecify.annotations.NullMarked;
