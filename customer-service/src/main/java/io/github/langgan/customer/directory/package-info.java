/** Customers are looked up: by id, by what reaches them, by what others know them as. */
@NullMarked
package io.github.langgan.customer.directory;

import org.jspecify.annotations.NullMarked;
