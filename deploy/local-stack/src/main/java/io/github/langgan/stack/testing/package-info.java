/** The one stack that all tests of a Maven run share. */
@NullMarked
package io.github.langgan.stack.testing;

import org.jspecify.annotations.NullMarked;
