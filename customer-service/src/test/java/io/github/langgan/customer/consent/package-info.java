@NullMarked
package io.github.langgan.customer.consent;

import org.jspecify.annotations.NullMarked;
