@NullMarked
package io.github.langgan.customer.webhook.destination;

import org.jspecify.annotations.NullMarked;
