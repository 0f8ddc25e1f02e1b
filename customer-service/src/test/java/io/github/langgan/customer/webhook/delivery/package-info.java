@NullMarked
package io.github.langgan.customer.webhook.delivery;

import org.jspecify.annotations.NullMarked;
