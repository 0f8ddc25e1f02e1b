/** The events as other contexts know them. Changed only by adding fields, or as a next version. */
@NullMarked
package io.github.langgan.customer.contract;

import org.jspecify.annotations.NullMarked;
