/** Where partners and the company's own systems are told of events, by Standard Webhooks. */
@NullMarked
package io.github.langgan.customer.webhook;

import org.jspecify.annotations.NullMarked;
