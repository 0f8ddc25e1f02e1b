/** Who calls, in the words of this context: what somebody may see, and in whose name they write. */
@NullMarked
package io.github.langgan.customer.access;

import org.jspecify.annotations.NullMarked;
