@NullMarked
package io.github.langgan.customer.history;

import org.jspecify.annotations.NullMarked;
