@NullMarked
package io.github.langgan.customer.model.naming;

import org.jspecify.annotations.NullMarked;
