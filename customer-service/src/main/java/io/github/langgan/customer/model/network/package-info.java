/** Parties, what they are to the company and to each other and to customers, and since when. */
@NullMarked
package io.github.langgan.customer.model.network;

import org.jspecify.annotations.NullMarked;
