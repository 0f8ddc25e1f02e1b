/** {@code ./crm load}: files through the public API, every line accounted for. */
@NullMarked
package io.github.langgan.stack.load;

import org.jspecify.annotations.NullMarked;
