@NullMarked
package io.github.langgan.customer.contract;

import org.jspecify.annotations.NullMarked;
