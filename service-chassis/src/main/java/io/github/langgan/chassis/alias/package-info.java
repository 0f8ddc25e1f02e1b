/** Ids that mean another one, since both turned out to be of the same thing. */
@NullMarked
package io.github.langgan.chassis.alias;

import org.jspecify.annotations.NullMarked;
