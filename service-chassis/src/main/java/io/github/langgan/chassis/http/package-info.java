/**
 * What every HTTP call passes through: hygiene, limits, and the one place that turns exceptions
 * into problems.
 */
@NullMarked
package io.github.langgan.chassis.http;

import org.jspecify.annotations.NullMarked;
