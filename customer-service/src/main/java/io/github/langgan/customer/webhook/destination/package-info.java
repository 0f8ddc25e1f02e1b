/** Which addresses we send to: none within a network of ours, whatever name leads there. */
@NullMarked
package io.github.langgan.customer.webhook.destination;

import org.jspecify.annotations.NullMarked;
