/** Which events concern which webhooks, stored as they come. */
@NullMarked
package io.github.langgan.customer.webhook.intake;

import org.jspecify.annotations.NullMarked;
