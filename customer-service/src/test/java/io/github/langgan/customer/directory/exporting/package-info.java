@NullMarked
package io.github.langgan.customer.directory.exporting;

import org.jspecify.annotations.NullMarked;
