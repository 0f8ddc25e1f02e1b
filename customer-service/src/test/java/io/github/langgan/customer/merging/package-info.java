@NullMarked
package io.github.langgan.customer.merging;

import org.jspecify.annotations.NullMarked;
