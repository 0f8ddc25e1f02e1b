/** What we know of a customer is put right. */
@NullMarked
package io.github.langgan.customer.correction;

import org.jspecify.annotations.NullMarked;
