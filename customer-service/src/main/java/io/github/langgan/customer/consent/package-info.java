/**
 * Whether a customer may be contacted, and how we know: purposes with their lawful basis and texts,
 * and all that customers said of them, kept as it was said.
 */
@NullMarked
package io.github.langgan.customer.consent;

import org.jspecify.annotations.NullMarked;
