/** The customer as the company knows it: typed values, the record, and where it is kept. */
@NullMarked
package io.github.langgan.customer.model;

import org.jspecify.annotations.NullMarked;
