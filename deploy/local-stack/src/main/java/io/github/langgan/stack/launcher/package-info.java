/** The commands of {@code ./crm}. */
@NullMarked
package io.github.langgan.stack.launcher;

import org.jspecify.annotations.NullMarked;
