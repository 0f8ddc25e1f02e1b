/** Customers are written to a file: any selection that can be listed, in one snapshot. */
@NullMarked
package io.github.langgan.customer.directory.exporting;

import org.jspecify.annotations.NullMarked;
