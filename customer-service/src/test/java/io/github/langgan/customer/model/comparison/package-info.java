@NullMarked
package io.github.langgan.customer.model.comparison;

import org.jspecify.annotations.NullMarked;
