@NullMarked
package io.github.langgan.customer.representation;

import org.jspecify.annotations.NullMarked;
