/** Lines of a file become transactions. */
@NullMarked
package io.github.langgan.stack.load.grouping;

import org.jspecify.annotations.NullMarked;
