/** Customers become known to us, one at a time or by the thousand. */
@NullMarked
package io.github.langgan.customer.registration;

import org.jspecify.annotations.NullMarked;
