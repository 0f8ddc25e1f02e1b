@NullMarked
package io.github.langgan.customer.matching;

import org.jspecify.annotations.NullMarked;
