/** Of whom nothing may be stored any more, and what requests about them were answered. */
@NullMarked
package io.github.langgan.chassis.erasure;

import org.jspecify.annotations.NullMarked;
