/** {@code ./crm demo}: a made-up retailer through the public API, and one customer's story. */
@NullMarked
package io.github.langgan.stack.demo;

import org.jspecify.annotations.NullMarked;
