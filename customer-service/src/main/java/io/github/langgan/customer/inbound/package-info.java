/** What the other services answer, translated at the door. */
@NullMarked
package io.github.langgan.customer.inbound;

import org.jspecify.annotations.NullMarked;
