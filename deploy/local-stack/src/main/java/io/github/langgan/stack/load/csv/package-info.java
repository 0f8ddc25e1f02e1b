/** CSV files, packed or not, line by line. */
@NullMarked
package io.github.langgan.stack.load.csv;

import org.jspecify.annotations.NullMarked;
