/** Tests of erasure. */
@NullMarked
package io.github.langgan.chassis.erasure;

import org.jspecify.annotations.NullMarked;
