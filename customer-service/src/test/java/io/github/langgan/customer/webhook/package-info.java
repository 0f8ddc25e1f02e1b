@NullMarked
package io.github.langgan.customer.webhook;

import org.jspecify.annotations.NullMarked;
