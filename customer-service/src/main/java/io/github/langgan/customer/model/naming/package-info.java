/** Names as people write, mistype and remember them. Knows no customers. */
@NullMarked
package io.github.langgan.customer.model.naming;

import org.jspecify.annotations.NullMarked;
