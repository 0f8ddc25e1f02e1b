/** What the tests of this service share. */
@NullMarked
package io.github.langgan.customer.testing;

import org.jspecify.annotations.NullMarked;
