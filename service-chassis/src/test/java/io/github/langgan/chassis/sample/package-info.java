/** A small service, as the five real ones are written, to try the chassis on. */
@NullMarked
package io.github.langgan.chassis.sample;

import org.jspecify.annotations.NullMarked;
