/** Time-ordered identifiers. */
@NullMarked
package io.github.langgan.chassis.id;

import org.jspecify.annotations.NullMarked;
