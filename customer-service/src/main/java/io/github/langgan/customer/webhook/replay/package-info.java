/** What was sent and what wasn't, and sending it again. */
@NullMarked
package io.github.langgan.customer.webhook.replay;

import org.jspecify.annotations.NullMarked;
