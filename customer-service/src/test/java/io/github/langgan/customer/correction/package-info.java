@NullMarked
package io.github.langgan.customer.correction;

import org.jspecify.annotations.NullMarked;
