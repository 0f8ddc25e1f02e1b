/** Which column of a CSV file means what, as said by a small JSON file. */
@NullMarked
package io.github.langgan.stack.load.mapping;

import org.jspecify.annotations.NullMarked;
