/** Processes that outlive the JVM that started them, and are found again by the next one. */
@NullMarked
package io.github.langgan.stack.process;

import org.jspecify.annotations.NullMarked;
