@NullMarked
package io.github.langgan.customer.upkeep;

import org.jspecify.annotations.NullMarked;
