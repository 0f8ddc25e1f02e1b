/** What the values and the record promise. */
@NullMarked
package io.github.langgan.customer.model;

import org.jspecify.annotations.NullMarked;
