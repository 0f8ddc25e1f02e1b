/** Work that outlives its request: state, progress and result. */
@NullMarked
package io.github.langgan.chassis.operation;

import org.jspecify.annotations.NullMarked;
