/** What customers said of being contacted, kept as they said it, and whether they may be. */
@NullMarked
package io.github.langgan.customer.model.consent;

import org.jspecify.annotations.NullMarked;
