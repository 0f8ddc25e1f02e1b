/** Sends what is stored, those of one key in their order, until it arrives or is given up. */
@NullMarked
package io.github.langgan.customer.webhook.delivery;

import org.jspecify.annotations.NullMarked;
