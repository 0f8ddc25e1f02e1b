@NullMarked
package io.github.langgan.customer.privacy;

import org.jspecify.annotations.NullMarked;
